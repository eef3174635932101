export const id = 157;
export const ids = [157];
export const modules = {

/***/ 6157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseFindLinksHtml: () => (/* binding */ parseFindLinksHtml),
/* harmony export */   parseSimpleHtml: () => (/* binding */ parseSimpleHtml)
/* harmony export */ });
/* harmony import */ var htmlparser2__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1600);
/* harmony import */ var _kernel_hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6602);
/* harmony import */ var _kernel_parsed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7223);
/* harmony import */ var _link_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1521);
/* harmony import */ var _simple_page_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7979);





function parseSimpleHtml(text, pageUrl) {
    const elements = readElements(text);
    const fault = (0,_simple_page_js__WEBPACK_IMPORTED_MODULE_2__/* .apiVersionFault */ .nM)(elements.version);
    return fault === undefined ? (0,_kernel_parsed_js__WEBPACK_IMPORTED_MODULE_3__/* .parsed */ .Y)({ files: readFiles(elements, pageUrl) }) : (0,_kernel_parsed_js__WEBPACK_IMPORTED_MODULE_3__/* .notParsed */ .l)(fault);
}
function parseFindLinksHtml(text, pageUrl) {
    return (0,_kernel_parsed_js__WEBPACK_IMPORTED_MODULE_3__/* .parsed */ .Y)({ files: readFiles(readElements(text), pageUrl) });
}
function readElements(text) {
    const anchors = [];
    let base;
    let version;
    let name = '';
    let attributes;
    const take = () => {
        if (attributes === undefined)
            return;
        if (name === 'a')
            anchors.push(attributes);
        else if (name === 'base')
            base ??= attributes.get('href');
        else if (attributes.get('name')?.toLowerCase() === 'pypi:repository-version')
            version ??= attributes.get('content');
        attributes = undefined;
    };
    const parser = new htmlparser2__WEBPACK_IMPORTED_MODULE_4__/* .Parser */ .i({
        onopentagname: (tag) => {
            take();
            name = tag;
            if (tag === 'a' || tag === 'base' || tag === 'meta')
                attributes = new Map();
        },
        onattribute: (key, value, quote) => attributes?.set(key, quote === undefined ? undefined : value),
        onend: take,
    });
    parser.end(text);
    return { anchors, base, version };
}
function readFiles(elements, pageUrl) {
    const base = elements.base === undefined ? pageUrl : ((0,_link_url_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveUrl */ .O2)(elements.base, pageUrl) ?? pageUrl);
    const readLink = (0,_link_url_js__WEBPACK_IMPORTED_MODULE_1__/* .linkReader */ .qP)(base);
    const files = [];
    for (const anchor of elements.anchors) {
        const href = anchor.get('href')?.trim();
        const link = href === undefined || href === '' ? undefined : readLink(href);
        if (link === undefined)
            continue;
        files.push({
            filename: link.filename,
            url: link.url,
            hashes: link.hash === undefined ? [] : [link.hash],
            requiresPython: anchor.get('data-requires-python') || undefined,
            yanked: anchor.has('data-yanked') ? (anchor.get('data-yanked') ?? '') : false,
            coreMetadata: readCoreMetadata(anchor.get('data-core-metadata') ?? anchor.get('data-dist-info-metadata')),
            sizeBytes: undefined,
            uploadTimeMs: (0,_simple_page_js__WEBPACK_IMPORTED_MODULE_2__/* .readUploadTime */ .ls)(anchor.get('data-upload-time')),
        });
    }
    return files;
}
function readCoreMetadata(value) {
    if (value === undefined)
        return false;
    const separator = value.indexOf('=');
    const algorithm = value.slice(0, Math.max(separator, 0));
    return (0,_kernel_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .isHashAlgorithm */ .aZ)(algorithm) ? [{ algorithm, hex: value.slice(separator + 1).toLowerCase() }] : true;
}


/***/ })

};
