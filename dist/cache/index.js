import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 3313:
/***/ ((module) => {

module.exports = Pend;

function Pend() {
  this.pending = 0;
  this.max = Infinity;
  this.listeners = [];
  this.waiting = [];
  this.error = null;
}

Pend.prototype.go = function(fn) {
  if (this.pending < this.max) {
    pendGo(this, fn);
  } else {
    this.waiting.push(fn);
  }
};

Pend.prototype.wait = function(cb) {
  if (this.pending === 0) {
    cb(this.error);
  } else {
    this.listeners.push(cb);
  }
};

Pend.prototype.hold = function() {
  return pendHold(this);
};

function pendHold(self) {
  self.pending += 1;
  var called = false;
  return onCb;
  function onCb(err) {
    if (called) throw new Error("callback called twice");
    called = true;
    self.error = self.error || err;
    self.pending -= 1;
    if (self.waiting.length > 0 && self.pending < self.max) {
      pendGo(self, self.waiting.shift());
    } else if (self.pending === 0) {
      var listeners = self.listeners;
      self.listeners = [];
      listeners.forEach(cbListener);
    }
  }
  function cbListener(listener) {
    listener(self.error);
  }
}

function pendGo(self, fn) {
  fn(pendHold(self));
}


/***/ }),

/***/ 4248:
/***/ ((module) => {

// Adapted from https://github.com/brianloveswords/buffer-crc32/blob/v0.2.13/index.js
const CRC_TABLE = new Int32Array([
  0x00000000, 0x77073096, 0xee0e612c, 0x990951ba, 0x076dc419, 0x706af48f, 0xe963a535, 0x9e6495a3,
  0x0edb8832, 0x79dcb8a4, 0xe0d5e91e, 0x97d2d988, 0x09b64c2b, 0x7eb17cbd, 0xe7b82d07, 0x90bf1d91,
  0x1db71064, 0x6ab020f2, 0xf3b97148, 0x84be41de, 0x1adad47d, 0x6ddde4eb, 0xf4d4b551, 0x83d385c7,
  0x136c9856, 0x646ba8c0, 0xfd62f97a, 0x8a65c9ec, 0x14015c4f, 0x63066cd9, 0xfa0f3d63, 0x8d080df5,
  0x3b6e20c8, 0x4c69105e, 0xd56041e4, 0xa2677172, 0x3c03e4d1, 0x4b04d447, 0xd20d85fd, 0xa50ab56b,
  0x35b5a8fa, 0x42b2986c, 0xdbbbc9d6, 0xacbcf940, 0x32d86ce3, 0x45df5c75, 0xdcd60dcf, 0xabd13d59,
  0x26d930ac, 0x51de003a, 0xc8d75180, 0xbfd06116, 0x21b4f4b5, 0x56b3c423, 0xcfba9599, 0xb8bda50f,
  0x2802b89e, 0x5f058808, 0xc60cd9b2, 0xb10be924, 0x2f6f7c87, 0x58684c11, 0xc1611dab, 0xb6662d3d,
  0x76dc4190, 0x01db7106, 0x98d220bc, 0xefd5102a, 0x71b18589, 0x06b6b51f, 0x9fbfe4a5, 0xe8b8d433,
  0x7807c9a2, 0x0f00f934, 0x9609a88e, 0xe10e9818, 0x7f6a0dbb, 0x086d3d2d, 0x91646c97, 0xe6635c01,
  0x6b6b51f4, 0x1c6c6162, 0x856530d8, 0xf262004e, 0x6c0695ed, 0x1b01a57b, 0x8208f4c1, 0xf50fc457,
  0x65b0d9c6, 0x12b7e950, 0x8bbeb8ea, 0xfcb9887c, 0x62dd1ddf, 0x15da2d49, 0x8cd37cf3, 0xfbd44c65,
  0x4db26158, 0x3ab551ce, 0xa3bc0074, 0xd4bb30e2, 0x4adfa541, 0x3dd895d7, 0xa4d1c46d, 0xd3d6f4fb,
  0x4369e96a, 0x346ed9fc, 0xad678846, 0xda60b8d0, 0x44042d73, 0x33031de5, 0xaa0a4c5f, 0xdd0d7cc9,
  0x5005713c, 0x270241aa, 0xbe0b1010, 0xc90c2086, 0x5768b525, 0x206f85b3, 0xb966d409, 0xce61e49f,
  0x5edef90e, 0x29d9c998, 0xb0d09822, 0xc7d7a8b4, 0x59b33d17, 0x2eb40d81, 0xb7bd5c3b, 0xc0ba6cad,
  0xedb88320, 0x9abfb3b6, 0x03b6e20c, 0x74b1d29a, 0xead54739, 0x9dd277af, 0x04db2615, 0x73dc1683,
  0xe3630b12, 0x94643b84, 0x0d6d6a3e, 0x7a6a5aa8, 0xe40ecf0b, 0x9309ff9d, 0x0a00ae27, 0x7d079eb1,
  0xf00f9344, 0x8708a3d2, 0x1e01f268, 0x6906c2fe, 0xf762575d, 0x806567cb, 0x196c3671, 0x6e6b06e7,
  0xfed41b76, 0x89d32be0, 0x10da7a5a, 0x67dd4acc, 0xf9b9df6f, 0x8ebeeff9, 0x17b7be43, 0x60b08ed5,
  0xd6d6a3e8, 0xa1d1937e, 0x38d8c2c4, 0x4fdff252, 0xd1bb67f1, 0xa6bc5767, 0x3fb506dd, 0x48b2364b,
  0xd80d2bda, 0xaf0a1b4c, 0x36034af6, 0x41047a60, 0xdf60efc3, 0xa867df55, 0x316e8eef, 0x4669be79,
  0xcb61b38c, 0xbc66831a, 0x256fd2a0, 0x5268e236, 0xcc0c7795, 0xbb0b4703, 0x220216b9, 0x5505262f,
  0xc5ba3bbe, 0xb2bd0b28, 0x2bb45a92, 0x5cb36a04, 0xc2d7ffa7, 0xb5d0cf31, 0x2cd99e8b, 0x5bdeae1d,
  0x9b64c2b0, 0xec63f226, 0x756aa39c, 0x026d930a, 0x9c0906a9, 0xeb0e363f, 0x72076785, 0x05005713,
  0x95bf4a82, 0xe2b87a14, 0x7bb12bae, 0x0cb61b38, 0x92d28e9b, 0xe5d5be0d, 0x7cdcefb7, 0x0bdbdf21,
  0x86d3d2d4, 0xf1d4e242, 0x68ddb3f8, 0x1fda836e, 0x81be16cd, 0xf6b9265b, 0x6fb077e1, 0x18b74777,
  0x88085ae6, 0xff0f6a70, 0x66063bca, 0x11010b5c, 0x8f659eff, 0xf862ae69, 0x616bffd3, 0x166ccf45,
  0xa00ae278, 0xd70dd2ee, 0x4e048354, 0x3903b3c2, 0xa7672661, 0xd06016f7, 0x4969474d, 0x3e6e77db,
  0xaed16a4a, 0xd9d65adc, 0x40df0b66, 0x37d83bf0, 0xa9bcae53, 0xdebb9ec5, 0x47b2cf7f, 0x30b5ffe9,
  0xbdbdf21c, 0xcabac28a, 0x53b39330, 0x24b4a3a6, 0xbad03605, 0xcdd70693, 0x54de5729, 0x23d967bf,
  0xb3667a2e, 0xc4614ab8, 0x5d681b02, 0x2a6f2b94, 0xb40bbe37, 0xc30c8ea1, 0x5a05df1b, 0x2d02ef8d,
]);

function crc32(buf) {
  let crc = -1;
  for (let x of buf) {
    crc = CRC_TABLE[(crc ^ x) & 0xff] ^ (crc >>> 8);
  }
  return (crc ^ -1) >>> 0;
}

module.exports = crc32;


/***/ }),

/***/ 3502:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

// This was adapted from https://github.com/andrewrk/node-fd-slicer by Andrew Kelley under the MIT License.
var fs = __nccwpck_require__(9896);
var util = __nccwpck_require__(9023);
var stream = __nccwpck_require__(2203);
var Readable = stream.Readable;
var PassThrough = stream.PassThrough;
var Pend = __nccwpck_require__(3313);
var EventEmitter = (__nccwpck_require__(4434).EventEmitter);

exports.BufferSlicer = BufferSlicer;
exports.FdSlicer = FdSlicer;

util.inherits(FdSlicer, EventEmitter);
function FdSlicer(fd) {
  EventEmitter.call(this);

  this.fd = fd;
  this.pend = new Pend();
  this.pend.max = 1;
  this.refCount = 0;
}

FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
  var self = this;
  self.pend.go(function(cb) {
    fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer) {
      cb();
      callback(err, bytesRead, buffer);
    });
  });
};

FdSlicer.prototype.createReadStream = function(options) {
  return new ReadStream(this, options);
};

FdSlicer.prototype.ref = function() {
  this.refCount += 1;
};

FdSlicer.prototype.unref = function() {
  var self = this;
  self.refCount -= 1;
  if (self.refCount < 0) throw new Error("invalid unref");
  if (self.refCount > 0) return;

  fs.close(self.fd, onCloseDone);

  function onCloseDone(err) {
    if (err) {
      self.emit('error', err);
    } else {
      self.emit('close');
    }
  }
};

util.inherits(ReadStream, Readable);
function ReadStream(context, options) {
  options = options || {};
  Readable.call(this, options);

  this.context = context;
  this.context.ref();

  this.start = options.start || 0;
  this.endOffset = options.end;
  this.pos = this.start;
}

ReadStream.prototype._read = function(n) {
  var self = this;

  var toRead = Math.min(self._readableState.highWaterMark, n);
  if (self.endOffset != null) {
    toRead = Math.min(toRead, self.endOffset - self.pos);
  }
  if (toRead <= 0) {
    self.push(null);
    this._cleanup();
    return;
  }
  self.context.pend.go(function(cb) {
    var buffer = Buffer.allocUnsafe(toRead);
    fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
      if (err) {
        self.destroy(err);
      } else if (bytesRead === 0) {
        self.push(null);
        self._cleanup();
      } else {
        self.pos += bytesRead;
        self.push(buffer.slice(0, bytesRead));
      }
      cb();
    });
  });
};

ReadStream.prototype._destroy = function(err, cb) {
  // Node 14+ calls this automatically at EOF.
  this._cleanup();
  cb(err);
};

ReadStream.prototype._cleanup = function() {
  if (this.context != null) {
    this.context.unref();
    this.context = null;
  }
};

util.inherits(BufferSlicer, EventEmitter);
function BufferSlicer(buffer) {
  EventEmitter.call(this);

  this.refCount = 0;
  this.buffer = buffer;
}

BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
  if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
  if (position < 0) throw new RangeError("position is negative: " + position);
  if (offset + length > buffer.length) {
    // The caller's buffer can't hold all the bytes they're trying to read.
    // Clamp the length instead of giving an error.
    // The callback will be informed of fewer than expected bytes written.
    length = buffer.length - offset;
  }
  if (position + length > this.buffer.length) {
    // Clamp any attempt to read past the end of the source buffer.
    length = this.buffer.length - position;
  }
  if (length <= 0) {
    // After any clamping, we're fully out of bounds or otherwise have nothing to do.
    // This isn't an error; it's just zero bytes written.
    setImmediate(function() {
      callback(null, 0);
    });
    return;
  }
  this.buffer.copy(buffer, offset, position, position + length);
  setImmediate(function() {
    callback(null, length);
  });
};

BufferSlicer.prototype.createReadStream = function(options) {
  options = options || {};
  var readStream = new PassThrough(options);
  readStream.start = options.start || 0;
  readStream.endOffset = options.end;
  // by the time this function returns, we'll be done.
  readStream.pos = readStream.endOffset || this.buffer.length;

  var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
  // Cut the buffer into smaller slices for better memory usage when streaming into a zlib inflate stream.
  // See https://github.com/thejoshwolfe/yauzl/issues/87
  var maxChunkSize = 0x10000;
  var offset = 0;
  while (true) {
    var nextOffset = offset + maxChunkSize;
    if (nextOffset >= entireSlice.length) {
      // last chunk
      if (offset < entireSlice.length) {
        readStream.write(entireSlice.slice(offset, entireSlice.length));
      }
      break;
    }
    readStream.write(entireSlice.slice(offset, nextOffset));
    offset = nextOffset;
  }

  readStream.end();
  return readStream;
};

BufferSlicer.prototype.ref = function() {
  this.refCount += 1;
};

BufferSlicer.prototype.unref = function() {
  this.refCount -= 1;

  if (this.refCount < 0) {
    throw new Error("invalid unref");
  }
};


/***/ }),

/***/ 663:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var fs = __nccwpck_require__(9896);
var zlib = __nccwpck_require__(3106);
var fd_slicer = __nccwpck_require__(3502);
var util = __nccwpck_require__(9023);
var EventEmitter = (__nccwpck_require__(4434).EventEmitter);
var Transform = (__nccwpck_require__(2203).Transform);
var PassThrough = (__nccwpck_require__(2203).PassThrough);
var Writable = (__nccwpck_require__(2203).Writable);

// Node 20 added zlib.crc32.
const crc32 = typeof zlib.crc32 === "function" ? zlib.crc32 : __nccwpck_require__(4248);

exports.open = open;
exports.fromFd = fromFd;
exports.fromBuffer = fromBuffer;
exports.fromRandomAccessReader = fromRandomAccessReader;
exports.openPromise = openPromise;
exports.fromFdPromise = fromFdPromise;
exports.fromBufferPromise = fromBufferPromise;
exports.fromRandomAccessReaderPromise = fromRandomAccessReaderPromise;

exports.dosDateTimeToDate = dosDateTimeToDate;
exports.getFileNameLowLevel = getFileNameLowLevel;
exports.validateFileName = validateFileName;
exports.parseExtraFields = parseExtraFields;
exports.ZipFile = ZipFile;
exports.Entry = Entry;
exports.LocalFileHeader = LocalFileHeader;
exports.RandomAccessReader = RandomAccessReader;

function openPromise(path, options) {
  return new Promise((resolve, reject) => {
    open(path, {...options, lazyEntries: true}, function(err, zipfile) {
      if (err) return reject(err);
      resolve(zipfile);
    });
  });
}
function fromFdPromise(fd, options) {
  return new Promise((resolve, reject) => {
    fromFd(fd, {...options, lazyEntries: true}, function(err, zipfile) {
      if (err) return reject(err);
      resolve(zipfile);
    });
  });
}
function fromBufferPromise(buffer, options) {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, {...options, lazyEntries: true}, function(err, zipfile) {
      if (err) return reject(err);
      resolve(zipfile);
    });
  });
}
function fromRandomAccessReaderPromise(reader, totalSize, options) {
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(reader, totalSize, {...options, lazyEntries: true}, function(err, zipfile) {
      if (err) return reject(err);
      resolve(zipfile);
    });
  });
}

function open(path, options, callback) {
  if (typeof options === "function") {
    callback = options;
    options = null;
  }
  if (options == null) options = {};
  if (options.autoClose == null) options.autoClose = true;
  if (options.lazyEntries == null) options.lazyEntries = false;
  if (options.decodeStrings == null) options.decodeStrings = true;
  if (options.validateEntrySizes == null) options.validateEntrySizes = true;
  if (options.strictFileNames == null) options.strictFileNames = false;
  if (callback == null) callback = defaultCallback;
  fs.open(path, "r", function(err, fd) {
    if (err) return callback(err);
    fromFd(fd, options, function(err, zipfile) {
      if (err) fs.close(fd, defaultCallback);
      callback(err, zipfile);
    });
  });
}

function fromFd(fd, options, callback) {
  if (typeof options === "function") {
    callback = options;
    options = null;
  }
  if (options == null) options = {};
  if (options.autoClose == null) options.autoClose = false;
  if (options.lazyEntries == null) options.lazyEntries = false;
  if (options.decodeStrings == null) options.decodeStrings = true;
  if (options.validateEntrySizes == null) options.validateEntrySizes = true;
  if (options.strictFileNames == null) options.strictFileNames = false;
  if (callback == null) callback = defaultCallback;
  fs.fstat(fd, function(err, stats) {
    if (err) return callback(err);
    var reader = new fd_slicer.FdSlicer(fd);
    fromRandomAccessReader(reader, stats.size, options, callback);
  });
}

function fromBuffer(buffer, options, callback) {
  if (typeof options === "function") {
    callback = options;
    options = null;
  }
  if (options == null) options = {};
  options.autoClose = false;
  if (options.lazyEntries == null) options.lazyEntries = false;
  if (options.decodeStrings == null) options.decodeStrings = true;
  if (options.validateEntrySizes == null) options.validateEntrySizes = true;
  if (options.strictFileNames == null) options.strictFileNames = false;
  var reader = new fd_slicer.BufferSlicer(buffer);
  fromRandomAccessReader(reader, buffer.length, options, callback);
}

function fromRandomAccessReader(reader, totalSize, options, callback) {
  if (typeof options === "function") {
    callback = options;
    options = null;
  }
  if (options == null) options = {};
  if (options.autoClose == null) options.autoClose = true;
  if (options.lazyEntries == null) options.lazyEntries = false;
  if (options.decodeStrings == null) options.decodeStrings = true;
  var decodeStrings = !!options.decodeStrings;
  if (options.validateEntrySizes == null) options.validateEntrySizes = true;
  if (options.strictFileNames == null) options.strictFileNames = false;
  if (callback == null) callback = defaultCallback;
  if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
  if (totalSize > Number.MAX_SAFE_INTEGER) {
    throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
  }

  // the matching unref() call is in zipfile.close()
  reader.ref();

  // eocdr means End of Central Directory Record.
  // search backwards for the eocdr signature.
  // the last field of the eocdr is a variable-length comment.
  // the comment size is encoded in a 2-byte field in the eocdr, which we can't find without trudging backwards through the comment to find it.
  // as a consequence of this design decision, it's possible to have ambiguous zip file metadata if a coherent eocdr was in the comment.
  // we search backwards for a eocdr signature, and hope that whoever made the zip file was smart enough to forbid the eocdr signature in the comment.
  var eocdrWithoutCommentSize = 22;
  var zip64EocdlSize = 20; // Zip64 end of central directory locator
  var maxCommentSize = 0xffff; // 2-byte size
  var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + maxCommentSize, totalSize);
  var buffer = newBuffer(bufferSize);
  var bufferReadStart = totalSize - buffer.length;
  readAndAssertNoEof(reader, buffer, 0, bufferSize, bufferReadStart, function(err) {
    if (err) return callback(err);
    for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
      if (buffer.readUInt32LE(i) !== 0x06054b50) continue;
      // found eocdr
      var eocdrBuffer = buffer.subarray(i);

      // 0 - End of central directory signature = 0x06054b50
      // 4 - Number of this disk
      var diskNumber = eocdrBuffer.readUInt16LE(4);
      // 6 - Disk where central directory starts
      // 8 - Number of central directory records on this disk
      // 10 - Total number of central directory records
      var entryCount = eocdrBuffer.readUInt16LE(10);
      // 12 - Size of central directory (bytes)
      // 16 - Offset of start of central directory, relative to start of archive
      var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
      // 20 - Comment length
      var commentLength = eocdrBuffer.readUInt16LE(20);
      var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
      if (commentLength !== expectedCommentLength) {
        return callback(new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK\u263a\u263b` in the comment?"));
      }
      // 22 - Comment
      // the encoding is always cp437.
      var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false)
                                  : eocdrBuffer.subarray(22);

      // Look for a Zip64 end of central directory locator
      if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 0x07064b50) {
        // ZIP64 format
        var zip64EocdlBuffer = buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize);
        // 0 - zip64 end of central dir locator signature = 0x07064b50
        // 4 - number of the disk with the start of the zip64 end of central directory
        // 8 - relative offset of the zip64 end of central directory record
        var zip64EocdrOffset = readUInt64LE(zip64EocdlBuffer, 8);
        // 16 - total number of disks

        // ZIP64 end of central directory record
        var zip64EocdrBuffer = newBuffer(56);
        return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err) {
          if (err) return callback(err);

          // 0 - zip64 end of central dir signature                           4 bytes  (0x06064b50)
          if (zip64EocdrBuffer.readUInt32LE(0) !== 0x06064b50) {
            return callback(new Error("invalid zip64 end of central directory record signature"));
          }
          // 4 - size of zip64 end of central directory record                8 bytes
          // 12 - version made by                                             2 bytes
          // 14 - version needed to extract                                   2 bytes
          // 16 - number of this disk                                         4 bytes
          diskNumber = zip64EocdrBuffer.readUInt32LE(16);
          if (diskNumber !== 0) {
            // Check this only after zip64 overrides. See #118.
            return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
          }
          // 20 - number of the disk with the start of the central directory  4 bytes
          // 24 - total number of entries in the central directory on this disk         8 bytes
          // 32 - total number of entries in the central directory            8 bytes
          entryCount = readUInt64LE(zip64EocdrBuffer, 32);
          // 40 - size of the central directory                               8 bytes
          // 48 - offset of start of central directory with respect to the starting disk number     8 bytes
          centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
          // 56 - zip64 extensible data sector                                (variable size)
          return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));
        });
      }

      // Not ZIP64 format
      if (diskNumber !== 0) {
        return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
      }
      return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options.autoClose, options.lazyEntries, decodeStrings, options.validateEntrySizes, options.strictFileNames));

    }

    // Not a zip file.
    callback(new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
  });
}

util.inherits(ZipFile, EventEmitter);
function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
  var self = this;
  EventEmitter.call(self);
  self.reader = reader;
  // forward close events
  self.reader.on("error", function(err) {
    // error closing the fd
    emitError(self, err);
  });
  self.reader.once("close", function() {
    self.emit("close");
  });
  self.readEntryCursor = centralDirectoryOffset;
  self.fileSize = fileSize;
  self.entryCount = entryCount;
  self.comment = comment;
  self.entriesRead = 0;
  self.autoClose = !!autoClose;
  self.lazyEntries = !!lazyEntries;
  self.decodeStrings = !!decodeStrings;
  self.validateEntrySizes = !!validateEntrySizes;
  self.strictFileNames = !!strictFileNames;
  self.isOpen = true;
  self.emittedError = false;
  self.hasEachEntryBeenCalled = false;

  if (!self.lazyEntries) self._readEntry();
}
ZipFile.prototype.close = function() {
  if (!this.isOpen) return;
  this.isOpen = false;
  this.reader.unref();
};

function emitErrorAndAutoClose(self, err) {
  if (self.autoClose) self.close();
  emitError(self, err);
}
function emitError(self, err) {
  if (self.emittedError) return;
  self.emittedError = true;
  self.emit("error", err);
}

ZipFile.prototype.readEntry = function() {
  if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
  this._readEntry();
};
ZipFile.prototype._readEntry = function() {
  var self = this;
  if (self.entryCount === self.entriesRead) {
    // done with metadata
    setImmediate(function() {
      if (self.autoClose) self.close();
      if (self.emittedError) return;
      self.emit("end");
    });
    return;
  }
  if (self.emittedError) return;
  var buffer = newBuffer(46);
  readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
    if (err) return emitErrorAndAutoClose(self, err);
    if (self.emittedError) return;
    var entry = new Entry();
    // 0 - Central directory file header signature
    var signature = buffer.readUInt32LE(0);
    if (signature !== 0x02014b50) return emitErrorAndAutoClose(self, new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
    // 4 - Version made by
    entry.versionMadeBy = buffer.readUInt16LE(4);
    // 6 - Version needed to extract (minimum)
    entry.versionNeededToExtract = buffer.readUInt16LE(6);
    // 8 - General purpose bit flag
    entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
    // 10 - Compression method
    entry.compressionMethod = buffer.readUInt16LE(10);
    // 12 - File last modification time
    entry.lastModFileTime = buffer.readUInt16LE(12);
    // 14 - File last modification date
    entry.lastModFileDate = buffer.readUInt16LE(14);
    // 16 - CRC-32
    entry.crc32 = buffer.readUInt32LE(16);
    // 20 - Compressed size
    entry.compressedSize = buffer.readUInt32LE(20);
    // 24 - Uncompressed size
    entry.uncompressedSize = buffer.readUInt32LE(24);
    // 28 - File name length (n)
    entry.fileNameLength = buffer.readUInt16LE(28);
    // 30 - Extra field length (m)
    entry.extraFieldLength = buffer.readUInt16LE(30);
    // 32 - File comment length (k)
    entry.fileCommentLength = buffer.readUInt16LE(32);
    // 34 - Disk number where file starts
    // 36 - Internal file attributes
    entry.internalFileAttributes = buffer.readUInt16LE(36);
    // 38 - External file attributes
    entry.externalFileAttributes = buffer.readUInt32LE(38);
    // 42 - Relative offset of local file header
    entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);

    if (entry.generalPurposeBitFlag & 0x40) return emitErrorAndAutoClose(self, new Error("strong encryption is not supported"));

    self.readEntryCursor += 46;

    buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
    readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
      if (err) return emitErrorAndAutoClose(self, err);
      if (self.emittedError) return;
      // 46 - File name
      entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
      // 46+n - Extra field
      var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
      entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
      // 46+n+m - File comment
      entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);

      // Parse the extra fields, which we need for processing other fields.
      try {
        entry.extraFields = parseExtraFields(entry.extraFieldRaw);
      } catch (err) {
        return emitErrorAndAutoClose(self, err);
      }

      // Interpret strings according to bit flags, extra fields, and options.
      if (self.decodeStrings) {
        var isUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0;
        entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
        entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
        var errorMessage = validateFileName(entry.fileName);
        if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
      } else {
        entry.fileComment = entry.fileCommentRaw;
        entry.fileName = entry.fileNameRaw;
      }
      // Maintain API compatibility. See https://github.com/thejoshwolfe/yauzl/issues/47
      entry.comment = entry.fileComment;

      self.readEntryCursor += buffer.length;
      self.entriesRead += 1;

      // Check for the Zip64 Extended Information Extra Field.
      for (var i = 0; i < entry.extraFields.length; i++) {
        var extraField = entry.extraFields[i];
        if (extraField.id !== 0x0001) continue;
        // Found it.

        var zip64EiefBuffer = extraField.data;
        var index = 0;
        // 0 - Original Size          8 bytes
        if (entry.uncompressedSize === 0xffffffff) {
          if (index + 8 > zip64EiefBuffer.length) {
            return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include uncompressed size"));
          }
          entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
          index += 8;
        }
        // 8 - Compressed Size        8 bytes
        if (entry.compressedSize === 0xffffffff) {
          if (index + 8 > zip64EiefBuffer.length) {
            return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include compressed size"));
          }
          entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
          index += 8;
        }
        // 16 - Relative Header Offset 8 bytes
        if (entry.relativeOffsetOfLocalHeader === 0xffffffff) {
          if (index + 8 > zip64EiefBuffer.length) {
            return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include relative header offset"));
          }
          entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
          index += 8;
        }
        // 24 - Disk Start Number      4 bytes

        break;
      }

      // validate file size
      if (self.validateEntrySizes && entry.compressionMethod === 0) {
        var expectedCompressedSize = entry.uncompressedSize;
        if (entry.isEncrypted()) {
          // traditional encryption prefixes the file data with a header
          expectedCompressedSize += 12;
        }
        if (entry.compressedSize !== expectedCompressedSize) {
          var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
          return emitErrorAndAutoClose(self, new Error(msg));
        }
      }

      self.emit("entry", entry);

      if (!self.lazyEntries) self._readEntry();
    });
  });
};

ZipFile.prototype.eachEntry = function() {
  const self = this;
  if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
  if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
  self.hasEachEntryBeenCalled = true;

  let pendingResolveReject = null;
  self.on("entry", onEntry);
  self.on("end", onEnd);
  self.on("error", onError);
  function cleanup() {
    self.removeListener("entry", onEntry);
    self.removeListener("end", onEnd);
    self.removeListener("error", onError);
    if (self.autoClose) self.close();
  }

  function onEntry(entry) {
    let {resolve} = pendingResolveReject;
    pendingResolveReject = null;
    resolve({value: entry});
  }
  function onEnd() {
    let {resolve} = pendingResolveReject;
    pendingResolveReject = null;
    cleanup();
    resolve({done: true});
  }
  function onError(err) {
    let {reject} = pendingResolveReject;
    pendingResolveReject = null;
    cleanup();
    reject(err);
  }

  return {
    [Symbol.asyncIterator]() {
      // Called once by `for await...of`.
      return this;
    },
    next() {
      // Called on each iteration in a `for await...of`.
      const promise = new Promise((resolve, reject) => {
        if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
        pendingResolveReject = {resolve, reject};
      });
      self.readEntry();
      return promise;
    },
    return(value) {
      // Called when breaking, returning, throwing out of a `for await...of`.
      cleanup();
      return Promise.resolve({done: true, value});
    },
    throw(value) {
      // Almost never called. Something about `yield*` maybe?
      cleanup();
      return Promise.reject(value);
    },
  };
};

ZipFile.prototype.openReadStream = function(entry, options, callback) {
  var self = this;
  // parameter validation
  var relativeStart = 0;
  var relativeEnd = entry.compressedSize;
  if (callback == null) {
    callback = options;
    options = null;
  }
  if (options == null) {
    options = {};
  } else {
    if (options.decodeFileData === false) {
      // new, simple option
      if (options.decrypt != null) {
        throw new Error("cannot use options.decrypt when options.decodeFileData === false");
      }
      if (options.decompress != null) {
        throw new Error("cannot use options.decompress when options.decodeFileData === false");
      }
      // start and end are allowed
    } else {
      // old, complicated options
      if (options.decrypt != null) {
        if (!entry.isEncrypted()) {
          throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
        }
        if (options.decrypt !== false) throw new Error("invalid options.decrypt value: " + options.decrypt);
        if (entry.isCompressed()) {
          if (options.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
        }
      }
      if (options.decompress != null) {
        if (!entry.isCompressed()) {
          throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
        }
        if (!(options.decompress === false || options.decompress === true)) {
          throw new Error("invalid options.decompress value: " + options.decompress);
        }
        decompress = options.decompress;
      }
    }
    if (options.start != null) {
      relativeStart = options.start;
      if (relativeStart < 0) throw new Error("options.start < 0");
      if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
    }
    if (options.end != null) {
      relativeEnd = options.end;
      if (relativeEnd < 0) throw new Error("options.end < 0");
      if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
      if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
    }
  }
  var rawMode = (
    options.decodeFileData === false || // Explicitly requested raw.
    (
      (entry.compressionMethod === 0 || // Naturally without compression.
        (entry.compressionMethod === 8 && options.decompress === false) // Deprecated compression bypass option.
      ) &&
      (!entry.isEncrypted() || // Naturally without encryption.
        options.decrypt === false // Deprecated encryption bypass option.
      )
    )
  );
  if (options.start != null || options.end != null) {
    // Ensure slicing deals with raw data.
    if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
  }

  // any further errors can either be caused by the zipfile,
  // or were introduced in a minor version of yauzl,
  // so should be passed to the client rather than thrown.
  if (!self.isOpen) return callback(new Error("closed"));
  if (entry.isEncrypted() && !rawMode) {
    if (options.decrypt !== false) return callback(new Error("entry is encrypted, and options.decodeFileData !== false"));
  }
  var decompress;
  if (rawMode) {
    decompress = false;
  } else if (entry.compressionMethod === 8) {
    // 8 - The file is Deflated
    decompress = options.decodeFileData !== true;
  } else {
    return callback(new Error("unsupported compression method: " + entry.compressionMethod));
  }

  self.readLocalFileHeader(entry, {minimal: true}, function(err, localFileHeader) {
    if (err) return callback(err);
    self.openReadStreamLowLevel(
      localFileHeader.fileDataStart, entry.compressedSize,
      relativeStart, relativeEnd,
      decompress, entry.uncompressedSize,
      callback);
  });
};

ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
  var self = this;

  var fileDataEnd = fileDataStart + compressedSize;
  var readStream = self.reader.createReadStream({
    start: fileDataStart + relativeStart,
    end: fileDataStart + relativeEnd,
  });
  var endpointStream = readStream;
  if (decompress) {
    var destroyed = false;
    var inflateFilter = zlib.createInflateRaw();
    readStream.on("error", function(err) {
      // setImmediate here because errors can be emitted during the first call to pipe()
      setImmediate(function() {
        if (!destroyed) inflateFilter.emit("error", err);
      });
    });
    readStream.pipe(inflateFilter);

    if (self.validateEntrySizes) {
      endpointStream = new AssertByteCountStream(uncompressedSize);
      inflateFilter.on("error", function(err) {
        // forward zlib errors to the client-visible stream
        setImmediate(function() {
          if (!destroyed) endpointStream.emit("error", err);
        });
      });
      inflateFilter.pipe(endpointStream);
    } else {
      // the zlib filter is the client-visible stream
      endpointStream = inflateFilter;
    }
    // this is part of yauzl's API, so implement this function on the client-visible stream
    installDestroyFn(endpointStream, function() {
      destroyed = true;
      if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
      readStream.unpipe(inflateFilter);
      // TODO: the inflateFilter may cause a memory leak. see Issue #27.
      readStream.destroy();
    });
  }
  callback(null, endpointStream);
};

ZipFile.prototype.readLocalFileHeader = function(entry, options, callback) {
  var self = this;
  if (callback == null) {
    callback = options;
    options = null;
  }
  if (options == null) options = {};

  self.reader.ref();
  var buffer = newBuffer(30);
  readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
    try {
      if (err) return callback(err);
      // 0 - Local file header signature = 0x04034b50
      var signature = buffer.readUInt32LE(0);
      if (signature !== 0x04034b50) {
        return callback(new Error("invalid local file header signature: 0x" + signature.toString(16)));
      }

      var fileNameLength = buffer.readUInt16LE(26);
      var extraFieldLength = buffer.readUInt16LE(28);
      var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
      // We now have enough information to do this bounds check.
      if (fileDataStart + entry.compressedSize > self.fileSize) {
        return callback(new Error("file data overflows file bounds: " +
            fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
      }

      if (options.minimal) {
        return callback(null, {fileDataStart: fileDataStart});
      }

      var localFileHeader = new LocalFileHeader();
      localFileHeader.fileDataStart = fileDataStart;

      // 4 - Version needed to extract (minimum)
      localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
      // 6 - General purpose bit flag
      localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
      // 8 - Compression method
      localFileHeader.compressionMethod = buffer.readUInt16LE(8);
      // 10 - File last modification time
      localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
      // 12 - File last modification date
      localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
      // 14 - CRC-32
      localFileHeader.crc32 = buffer.readUInt32LE(14);
      // 18 - Compressed size
      localFileHeader.compressedSize = buffer.readUInt32LE(18);
      // 22 - Uncompressed size
      localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
      // 26 - File name length (n)
      localFileHeader.fileNameLength = fileNameLength;
      // 28 - Extra field length (m)
      localFileHeader.extraFieldLength = extraFieldLength;
      // 30 - File name
      // 30+n - Extra field

      buffer = newBuffer(fileNameLength + extraFieldLength);
      self.reader.ref();
      readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err) {
        try {
          if (err) return callback(err);
          localFileHeader.fileName = buffer.subarray(0, fileNameLength);
          localFileHeader.extraField = buffer.subarray(fileNameLength);
          return callback(null, localFileHeader);
        } finally {
          self.reader.unref();
        }
      });
    } finally {
      self.reader.unref();
    }
  });
};

ZipFile.prototype.openReadStreamPromise = function(entry, options) {
  return new Promise((resolve, reject) => {
    this.openReadStream(entry, options, function(err, readStream) {
      if (err) return reject(err);
      resolve(readStream);
    });
  });
};
ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
  return new Promise((resolve, reject) => {
    this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
      if (err) return reject(err);
      resolve(readStream);
    });
  });
};
ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options) {
  return new Promise((resolve, reject) => {
    this.readLocalFileHeader(entry, options, function(err, localFileHeader) {
      if (err) return reject(err);
      resolve(localFileHeader);
    });
  });
};

function Entry() {
}
Entry.prototype.getLastModDate = function(options) {
  if (options == null) options = {};

  if (!options.forceDosFormat) {
    // Check extended fields.
    for (var i = 0; i < this.extraFields.length; i++) {
      var extraField = this.extraFields[i];
      if (extraField.id === 0x5455) {
        // Info-ZIP "universal timestamp" extended field (`0x5455` aka `"UT"`).
        // See the Info-ZIP source code unix/unix.c:set_extra_field() and zipfile.c:ef_scan_ut_time().
        var data = extraField.data;
        if (data.length < 5) continue; // Too short.
        // The flags define which of the three fields are present: mtime, atime, ctime.
        // We only care about mtime.
        // Also, ctime is never included in practice.
        // And also, atime is only included in the local file header for some reason
        // despite the flags lying about its inclusion in the central header.
        var flags = data[0];
        var HAS_MTIME = 1;
        if (!(flags & HAS_MTIME)) continue; // This will realistically never happen.
        // Although the positions of all of the fields shift around depending on the presence of other fields,
        // mtime is always first if present, and that's the only one we care about.
        var posixTimestamp = data.readInt32LE(1);
        return new Date(posixTimestamp * 1000);
      } else if (extraField.id === 0x000a) {
        var data = extraField.data;
        if (data.length !== 32) continue; // The length is always the same.
        // 4 bytes reserved
        // 2 bytes Tag
        if (data.readUInt16LE(4) !== 1) continue; // Tag1 is actually the only defined Tag.
        // 2 bytes Size
        if (data.readUInt16LE(6) !== 24) continue; // Size is always 24.
        // 8 bytes Mtime
        var hundredNanoSecondsSince1601 = data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12);
        // Convert from NTFS to POSIX milliseconds.
        // The big number below is the milliseconds between year 1601 and year 1970
        // (i.e. the negative POSIX timestamp of 1601-01-01 00:00:00Z)
        var millisecondsSince1970 = hundredNanoSecondsSince1601 / 10000 - 11644473600000;
        // Note on numeric precision: JavaScript Number objects lose precision above Number.MAX_SAFE_INTEGER,
        // and NTFS timestamps are typically much bigger than that limit.
        // (MAX_SAFE_INTEGER would represent 1629-07-17T23:58:45.475Z.)
        // However, we're losing precision in the conversion from 100nanosecond units to millisecond units anyway,
        // and the time at which we also lose 1-millisecond precision is year 275760, the JavaScript Date limit (by design).
        // Up through the year 2057, this conversion only drops 4 bits of precision,
        // which is well under the 13-14 bits ratio between the milliseconds and 100nanoseconds.
        return new Date(millisecondsSince1970);
      }
    }
  }

  // Fallback to non-extended encoding.
  return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options.timezone);
};

Entry.prototype.canDecodeFileData = function() {
  return (
    !this.isEncrypted() &&
    (this.compressionMethod === 0 || this.compressionMethod === 8)
  );
};
Entry.prototype.isEncrypted = function() {
  return (this.generalPurposeBitFlag & 0x1) !== 0;
};
Entry.prototype.isCompressed = function() {
  return this.compressionMethod === 8;
};

function LocalFileHeader() {
}

function dosDateTimeToDate(date, time, timezone) {
  var day = date & 0x1f; // 1-31
  var month = (date >> 5 & 0xf) - 1; // 1-12, 0-11
  var year = (date >> 9 & 0x7f) + 1980; // 0-128, 1980-2108

  var millisecond = 0;
  var second = (time & 0x1f) * 2; // 0-29, 0-58 (even numbers)
  var minute = time >> 5 & 0x3f; // 0-59
  var hour = time >> 11 & 0x1f; // 0-23

  if (timezone == null || timezone === "local") {
    return new Date(year, month, day, hour, minute, second, millisecond);
  } else if (timezone === "UTC") {
    return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
  } else {
    throw new Error("unrecognized options.timezone: " + options.timezone);
  }
}

function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
  var fileName = null;

  // check for Info-ZIP Unicode Path Extra Field (0x7075)
  // see https://github.com/thejoshwolfe/yauzl/issues/33
  for (var i = 0; i < extraFields.length; i++) {
    var extraField = extraFields[i];
    if (extraField.id === 0x7075) {
      if (extraField.data.length < 6) {
        // too short to be meaningful
        continue;
      }
      // Version       1 byte      version of this extra field, currently 1
      if (extraField.data.readUInt8(0) !== 1) {
        // > Changes may not be backward compatible so this extra
        // > field should not be used if the version is not recognized.
        continue;
      }
      // NameCRC32     4 bytes     File Name Field CRC32 Checksum
      var oldNameCrc32 = extraField.data.readUInt32LE(1);
      if (crc32(fileNameBuffer) !== oldNameCrc32) {
        // > If the CRC check fails, this UTF-8 Path Extra Field should be
        // > ignored and the File Name field in the header should be used instead.
        continue;
      }
      // UnicodeName   Variable    UTF-8 version of the entry File Name
      fileName = decodeBuffer(extraField.data.subarray(5), true);
      break;
    }
  }

  if (fileName == null) {
    // The typical case.
    var isUtf8 = (generalPurposeBitFlag & 0x800) !== 0;
    fileName = decodeBuffer(fileNameBuffer, isUtf8);
  }

  if (!strictFileNames) {
    // Allow backslash.
    fileName = fileName.replace(/\\/g, "/");
  }
  return fileName;
}

function validateFileName(fileName) {
  if (fileName.indexOf("\\") !== -1) {
    return "invalid characters in fileName: " + fileName;
  }
  if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) {
    return "absolute path: " + fileName;
  }
  if (fileName.split("/").indexOf("..") !== -1) {
    return "invalid relative path: " + fileName;
  }
  // all good
  return null;
}

function parseExtraFields(extraFieldBuffer) {
  var extraFields = [];
  var i = 0;
  while (i < extraFieldBuffer.length - 3) {
    var headerId = extraFieldBuffer.readUInt16LE(i + 0);
    var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
    var dataStart = i + 4;
    var dataEnd = dataStart + dataSize;
    if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
    var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
    extraFields.push({
      id: headerId,
      data: dataBuffer,
    });
    i = dataEnd;
  }
  return extraFields;
}

function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
  if (length === 0) {
    // fs.read will throw an out-of-bounds error if you try to read 0 bytes from a 0 byte file
    return setImmediate(function() { callback(null, newBuffer(0)); });
  }
  reader.read(buffer, offset, length, position, function(err, bytesRead) {
    if (err) return callback(err);
    if (bytesRead < length) {
      return callback(new Error("unexpected EOF"));
    }
    callback();
  });
}

util.inherits(AssertByteCountStream, Transform);
function AssertByteCountStream(byteCount) {
  Transform.call(this);
  this.actualByteCount = 0;
  this.expectedByteCount = byteCount;
}
AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
  this.actualByteCount += chunk.length;
  if (this.actualByteCount > this.expectedByteCount) {
    var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
    return cb(new Error(msg));
  }
  cb(null, chunk);
};
AssertByteCountStream.prototype._flush = function(cb) {
  if (this.actualByteCount < this.expectedByteCount) {
    var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
    return cb(new Error(msg));
  }
  cb();
};

util.inherits(RandomAccessReader, EventEmitter);
function RandomAccessReader() {
  EventEmitter.call(this);
  this.refCount = 0;
}
RandomAccessReader.prototype.ref = function() {
  this.refCount += 1;
};
RandomAccessReader.prototype.unref = function() {
  var self = this;
  self.refCount -= 1;

  if (self.refCount > 0) return;
  if (self.refCount < 0) throw new Error("invalid unref");

  self.close(onCloseDone);

  function onCloseDone(err) {
    if (err) return self.emit('error', err);
    self.emit('close');
  }
};
RandomAccessReader.prototype.createReadStream = function(options) {
  if (options == null) options = {};
  var start = options.start;
  var end = options.end;
  if (start === end) {
    var emptyStream = new PassThrough();
    setImmediate(function() {
      emptyStream.end();
    });
    return emptyStream;
  }
  var stream = this._readStreamForRange(start, end);

  var destroyed = false;
  var refUnrefFilter = new RefUnrefFilter(this);
  stream.on("error", function(err) {
    setImmediate(function() {
      if (!destroyed) refUnrefFilter.emit("error", err);
    });
  });
  installDestroyFn(refUnrefFilter, function() {
    stream.unpipe(refUnrefFilter);
    refUnrefFilter.unref();
    stream.destroy();
  });

  var byteCounter = new AssertByteCountStream(end - start);
  refUnrefFilter.on("error", function(err) {
    setImmediate(function() {
      if (!destroyed) byteCounter.emit("error", err);
    });
  });
  installDestroyFn(byteCounter, function() {
    destroyed = true;
    refUnrefFilter.unpipe(byteCounter);
    refUnrefFilter.destroy();
  });

  return stream.pipe(refUnrefFilter).pipe(byteCounter);
};
RandomAccessReader.prototype._readStreamForRange = function(start, end) {
  throw new Error("not implemented");
};
RandomAccessReader.prototype.read = function(buffer, offset, length, position, callback) {
  var readStream = this.createReadStream({start: position, end: position + length});
  var writeStream = new Writable();
  var written = 0;
  writeStream._write = function(chunk, encoding, cb) {
    chunk.copy(buffer, offset + written, 0, chunk.length);
    written += chunk.length;
    cb();
  };
  writeStream.on("finish", callback);
  readStream.on("error", function(error) {
    callback(error);
  });
  readStream.pipe(writeStream);
};
RandomAccessReader.prototype.close = function(callback) {
  setImmediate(callback);
};

util.inherits(RefUnrefFilter, PassThrough);
function RefUnrefFilter(context) {
  PassThrough.call(this);
  this.context = context;
  this.context.ref();
  this.unreffedYet = false;
}
RefUnrefFilter.prototype._flush = function(cb) {
  this.unref();
  cb();
};
RefUnrefFilter.prototype.unref = function(cb) {
  if (this.unreffedYet) return;
  this.unreffedYet = true;
  this.context.unref();
};

var cp437 = '\u0000\u263a\u263b\u2665\u2666\u2663\u2660\u2022\u25d8\u25cb\u25d9\u2642\u2640\u266a\u266b\u263c\u25ba\u25c4\u2195\u203c\u00b6\u00a7\u25ac\u21a8\u2191\u2193\u2192\u2190\u221f\u2194\u25b2\u25bc !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\u2302\u00c7\u00fc\u00e9\u00e2\u00e4\u00e0\u00e5\u00e7\u00ea\u00eb\u00e8\u00ef\u00ee\u00ec\u00c4\u00c5\u00c9\u00e6\u00c6\u00f4\u00f6\u00f2\u00fb\u00f9\u00ff\u00d6\u00dc\u00a2\u00a3\u00a5\u20a7\u0192\u00e1\u00ed\u00f3\u00fa\u00f1\u00d1\u00aa\u00ba\u00bf\u2310\u00ac\u00bd\u00bc\u00a1\u00ab\u00bb\u2591\u2592\u2593\u2502\u2524\u2561\u2562\u2556\u2555\u2563\u2551\u2557\u255d\u255c\u255b\u2510\u2514\u2534\u252c\u251c\u2500\u253c\u255e\u255f\u255a\u2554\u2569\u2566\u2560\u2550\u256c\u2567\u2568\u2564\u2565\u2559\u2558\u2552\u2553\u256b\u256a\u2518\u250c\u2588\u2584\u258c\u2590\u2580\u03b1\u00df\u0393\u03c0\u03a3\u03c3\u00b5\u03c4\u03a6\u0398\u03a9\u03b4\u221e\u03c6\u03b5\u2229\u2261\u00b1\u2265\u2264\u2320\u2321\u00f7\u2248\u00b0\u2219\u00b7\u221a\u207f\u00b2\u25a0\u00a0';
function decodeBuffer(buffer, isUtf8) {
  if (isUtf8) {
    return buffer.toString("utf8");
  } else {
    var result = "";
    for (var i = 0; i < buffer.length; i++) {
      result += cp437[buffer[i]];
    }
    return result;
  }
}

function readUInt64LE(buffer, offset) {
  // There is no native function for this, because we can't actually store 64-bit integers precisely.
  // after 53 bits, JavaScript's Number type (IEEE 754 double) can't store individual integers anymore.
  // but since 53 bits is a whole lot more than 32 bits, we do our best anyway.
  // As of 2020, Node has added support for BigInt, which obviates this whole function,
  // but yauzl hasn't been updated to depend on BigInt (yet?).
  var lower32 = buffer.readUInt32LE(offset);
  var upper32 = buffer.readUInt32LE(offset + 4);
  // we can't use bitshifting here, because JavaScript bitshifting only works on 32-bit integers.
  return upper32 * 0x100000000 + lower32;
  // as long as we're bounds checking the result of this function against the total file size,
  // we'll catch any overflow errors, because we already made sure the total file size was within reason.
}

// Node 10 deprecated new Buffer().
var newBuffer;
if (typeof Buffer.allocUnsafe === "function") {
  newBuffer = function(len) {
    return Buffer.allocUnsafe(len);
  };
} else {
  newBuffer = function(len) {
    return new Buffer(len);
  };
}

// Node 8 introduced a proper destroy() implementation on writable streams.
function installDestroyFn(stream, fn) {
  if (typeof stream.destroy === "function") {
    // New API.
    stream._destroy = function(err, cb) {
      fn();
      if (cb != null) cb(err);
    };
  } else {
    // Old API.
    stream.destroy = fn;
  }
}

function defaultCallback(err) {
  if (err) throw err;
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 2022:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _github_cache_program_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9871);

await (0,_github_cache_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runCacheProgram */ .i)(process.argv[2] ?? '');
process.exit(0);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ runCacheProgram)
});

// EXTERNAL MODULE: ./node_modules/@actions/cache/lib/internal/config.js
var config = __nccwpck_require__(5253);
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/actions-cache/keys.js

const keys_CACHE_FORMAT = 1;
const PREFIX = 'parallel-pip';
const MAX_KEY_LENGTH = 512;
const FACT_NAMES = (/* unused pure expression or super */ null && (['format', 'os', 'arch', 'suffix', 'python', 'libc', 'inputs', 'resolution']));
function keyFacts(identity, resolution) {
    const values = { format: `v${keys_CACHE_FORMAT}`, ...identity, resolution };
    return FACT_NAMES.map((name) => ({ name, value: values[name] }));
}
function saveKey(identity, resolution) {
    return keyUpTo(keyFacts(identity, resolution), 'resolution');
}
function restoreKeys(identity) {
    const facts = keyFacts(identity, '');
    return { primary: keyUpTo(facts, 'inputs'), others: ['libc', 'suffix'].map((name) => keyUpTo(facts, name)) };
}
function machinePrefix({ os, arch, suffix }) {
    return keyUpTo(keyFacts({ os, arch, suffix, python: '', libc: '', inputs: '' }, ''), 'suffix');
}
const BESIDE = '-2';
function keyBeside(key) {
    return `${key}${BESIDE}`;
}
function keyUpTo(facts, last) {
    const upTo = facts.slice(0, facts.findIndex(({ name }) => name === last) + 1);
    const text = upTo.map(({ value }) => segment(value)).join('/');
    return `${PREFIX}/${text}${last === 'resolution' ? '' : '/'}`;
}
function segment(value) {
    const plain = value === '' ? '-' : value.toLowerCase().replace(/[^a-z0-9._+-]/g, '_');
    return plain.length <= 64 ? plain : `${plain.slice(0, 40)}_${keys_shortHash(value)}`;
}
function factsMissed(found, identity, resolution) {
    const plain = found.endsWith(BESIDE) ? found.slice(0, -BESIDE.length) : found;
    const [prefix, ...values] = plain.toLowerCase().split('/');
    if (prefix !== PREFIX || values.length !== FACT_NAMES.length)
        return undefined;
    return keyFacts(identity, resolution).filter((fact, at) => segment(fact.value) !== values[at]).map(({ name }) => name);
}
function keys_shortHash(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 20);
}
function sameKey(a, b) {
    return a.toLowerCase() === b.toLowerCase();
}
function pointerPrefix(facts) {
    const { os, arch, suffix, ...identity } = facts;
    const leg = keys_shortHash(JSON.stringify([identity.workflow, identity.job, identity.leg, identity.step]));
    return `${PREFIX}-leg/v${keys_CACHE_FORMAT}/${segment(os)}/${segment(arch)}/${segment(suffix)}/${leg}/`;
}
function pointerKey(facts, key, question) {
    const text = `${pointerPrefix(facts)}${question === undefined ? '' : `${keys_shortHash(question)}/`}>${key}`;
    return text.length <= MAX_KEY_LENGTH ? text : undefined;
}
function pointedKey(pointer) {
    const at = pointer.indexOf('/>');
    return at === -1 ? undefined : pointer.slice(at + 2);
}

;// CONCATENATED MODULE: ./build/kernel/errors.js
class UserError extends Error {
    code;
    hint;
    origin;
    because;
    details;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = 'UserError';
        this.code = code;
        this.hint = details.hint;
        this.origin = details.origin;
        this.because = details.because ?? [];
        this.details = details.details ?? [];
    }
}
function errors_isUserError(error) {
    return error instanceof UserError || (typeof error === 'object' && error !== null && error.name === 'UserError');
}
function userErrorToData(error) {
    const { code, message } = error;
    return { code, message, ...saidOf(error) };
}
function userErrorFromData(data) {
    return new UserError(data.code, data.message, data);
}
function withContext(error, context) {
    return new UserError(error.code, error.message, {
        ...context,
        ...saidOf(error),
        because: error.because.length > 0 ? error.because : (context.because ?? []),
        details: error.details.length > 0 ? error.details : (context.details ?? []),
        cause: error.cause ?? context.cause,
    });
}
function withOuterReasons(error, outer) {
    return new UserError(error.code, error.message, { ...saidOf(error), because: [...outer, ...error.because], cause: error.cause });
}
function withDetails(error, more) {
    return new UserError(error.code, error.message, { ...saidOf(error), details: [...error.details, ...more], cause: error.cause });
}
function saidOf({ hint, origin, because, details }) {
    return { ...(hint === undefined ? {} : { hint }), ...(origin === undefined ? {} : { origin }), because, details };
}
function errors_systemErrorCode(error) {
    const code = typeof error === 'object' && error !== null ? error.code : undefined;
    return typeof code === 'string' ? code : undefined;
}
function isNotThere(error) {
    return ['ENOENT', 'ENOTDIR'].includes(errors_systemErrorCode(error) ?? '');
}
function isUnanswered(error) {
    return ['EMFILE', 'ENFILE', 'EIO'].includes(errors_systemErrorCode(error) ?? '');
}
function errors_messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
function unreachable(value) {
    throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

;// CONCATENATED MODULE: ./build/kernel/give-way.js

function giveWay(niceness) {
    try {
        (0,external_node_os_.setPriority)(niceness);
    }
    catch {
    }
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: external "node:readline"
const external_node_readline_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./build/github/growing-file.js


const readAt = (0,external_node_util_.promisify)(external_node_fs_.read);
const PIECE_BYTES = 1 << 18;
const POLL_MS = 5;
async function readGrowing(file, isWritten, take) {
    const handle = (0,external_node_fs_.openSync)(file, 'r');
    try {
        const bytes = Buffer.allocUnsafeSlow(PIECE_BYTES);
        for (let position = 0;;) {
            const wasWritten = isWritten();
            const { bytesRead } = await readAt(handle, bytes, 0, bytes.length, position);
            position += bytesRead;
            if (bytesRead > 0) {
                if (!(await take(bytes.subarray(0, bytesRead))))
                    return;
            }
            else if (wasWritten)
                return;
            else
                await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(handle);
    }
}

;// CONCATENATED MODULE: ./build/github/growing-archive.js







async function extractGrowing(archive, { isWritten, into, onFile }) {
    let tar;
    const members = new Members(into, onFile);
    await readGrowing(archive, isWritten, async (piece) => {
        tar ??= startTar(into, piece, (name) => members.begun(name));
        await tar.feed(piece);
        return members.areWanted;
    });
    if (tar === undefined)
        throw new Error('the archive is empty');
    try {
        await tar.finish();
        members.allDone();
    }
    catch (error) {
        if (members.areWanted)
            throw error;
    }
    if (members.failure !== undefined)
        throw members.failure;
    return members.areWanted;
}
class Members {
    #into;
    #onFile;
    #seen = new Set();
    #last;
    #areWanted = true;
    failure;
    constructor(into, onFile) {
        this.#into = into;
        this.#onFile = onFile;
    }
    get areWanted() {
        return this.#areWanted && this.failure === undefined;
    }
    begun(name) {
        const before = this.#last;
        this.#last = name;
        if (before !== undefined)
            this.#done(before);
    }
    allDone() {
        for (const name of (0,external_node_fs_.globSync)('**', { cwd: this.#into }))
            this.#done(name);
    }
    #done(name) {
        if (!this.areWanted || this.#seen.has(name))
            return;
        try {
            const stat = (0,external_node_fs_.lstatSync)(external_node_path_.join(this.#into, name), { throwIfNoEntry: false });
            if (stat === undefined || stat.isDirectory())
                return;
            this.#seen.add(name);
            this.#areWanted = this.#onFile(name);
        }
        catch (error) {
            this.failure = error instanceof Error ? error : new Error(errors_messageOf(error));
        }
    }
}
const ZSTD_MAGIC = 0xfd2fb528;
function startTar(into, head, onName) {
    const isZstd = head.length >= 4 && head.readUInt32LE(0) === ZSTD_MAGIC;
    const tar = (0,external_node_child_process_namespaceObject.spawn)('tar', ['-xvf', '-', '-C', into, ...(isZstd ? ['--use-compress-program', 'unzstd'] : ['-z'])]);
    const said = [linesOf(tar.stdout, onName), linesOf(tar.stderr, (line) => onName(line.replace(/^x /, '')))];
    let failure;
    for (const part of [tar, tar.stdin])
        part.on('error', (error) => { failure ??= error; });
    const ended = endOf(tar);
    return {
        feed: (piece) => new Promise((fed) => void (failure === undefined ? tar.stdin.write(piece, () => fed()) : fed())),
        finish: async () => {
            tar.stdin.end();
            const status = await ended;
            const [, errors = []] = await Promise.all(said);
            if (failure !== undefined || status !== 0)
                throw new Error(`tar failed: ${errors.at(-1) ?? failure?.message ?? `status ${status ?? 'unknown'}`}`);
        },
    };
}
function endOf(tar) {
    return (0,external_node_events_.once)(tar, 'close').then(([status]) => status ?? null, () => null);
}
async function linesOf(stream, onLine) {
    const lines = [];
    for await (const line of (0,external_node_readline_namespaceObject.createInterface)({ input: stream })) {
        lines.push(line);
        onLine(line);
    }
    return lines;
}

;// CONCATENATED MODULE: ./build/report/history.js

const NO_HISTORY = { schemaVersion: 1, runs: [], packages: {} };
const KEPT_RUNS = 20;
function withRun(history, run, legs) {
    const good = legs.filter(({ outcome }) => outcome === 'installed');
    const durations = Object.fromEntries(good.map((leg) => [legId(leg), leg.durationMs]));
    const packages = Object.fromEntries(good.map((leg) => [legId(leg), leg.packages]));
    const others = history.runs.filter(({ runId }) => runId !== run.runId);
    const serials = Object.fromEntries(good.map((leg) => [legId(leg), withMeasured(history.serials?.[legId(leg)] ?? [], leg, run)]));
    return { schemaVersion: 1, runs: [...others, { ...run, durations }].slice(-KEPT_RUNS), packages: { ...history.packages, ...packages }, serials: { ...history.serials, ...serials } };
}
function withMeasured(known, leg, { commit, atMs }) {
    if (leg.serial?.kind !== 'measured' || leg.serial.by !== 'serial')
        return known;
    const warm = isWarm(leg);
    return [...known.filter((other) => other.warm !== warm), { ms: leg.serial.ms, commit, atMs, packages: leg.packages, warm }];
}
function isWarm({ wheels }) {
    return wheels.reused === wheels.total;
}
function baselineOf({ serials }, leg) {
    const same = (packages) => {
        const names = Object.keys(packages);
        return names.length === Object.keys(leg.packages).length && names.every((name) => packages[name] === leg.packages[name]);
    };
    return serials?.[legId(leg)]?.find(({ warm, packages }) => warm === isWarm(leg) && same(packages));
}
function trendOf(history, leg) {
    const values = history.runs.flatMap(({ durations }) => durations[legId(leg)] ?? []).sort((a, b) => a - b);
    const middle = Math.floor(values.length / 2);
    const [least, most, upper, lower] = [values[0], values.at(-1), values[middle], values[values.length % 2 === 1 ? middle : middle - 1]];
    if (least === undefined || most === undefined || upper === undefined || lower === undefined)
        return undefined;
    return { medianMs: (upper + lower) / 2, leastMs: least, mostMs: most, runs: values.length };
}
function packageChanges(history, leg) {
    const before = history.packages[legId(leg)];
    if (before === undefined || leg.outcome === 'failed')
        return undefined;
    const names = [...new Set([...Object.keys(before), ...Object.keys(leg.packages)])].sort();
    return names.map((name) => ({ name, before: before[name], after: leg.packages[name] })).filter((change) => change.before !== change.after);
}
function history_readHistory(text) {
    try {
        const value = JSON.parse(text);
        return value.schemaVersion === 1 && Array.isArray(value.runs) ? value : NO_HISTORY;
    }
    catch {
        return NO_HISTORY;
    }
}

;// CONCATENATED MODULE: ./build/actions-cache/trust.js
const YES = { allowed: true };
const RESTORE_ONLY = {
    pull_request_target: 'pull_request_target runs restore only',
    workflow_run: 'workflow_run runs restore only',
    issue_comment: 'issue_comment runs restore only',
    release: 'release runs restore only',
    merge_group: 'merge queues have refs of their own, whose entries nobody restores',
};
function trust_trustOf(facts) {
    const mode = facts.mode.trim().toLowerCase();
    const denied = (why) => ({ allowed: false, why });
    const byMode = (readers) => (!MODES.includes(mode) || readers.includes(mode) ? YES : denied(`the cache mode of this run is "${mode}"`));
    const saveByMode = byMode(['write', 'write-only']);
    const byEvent = RESTORE_ONLY[facts.event] ?? (facts.refType === 'tag' ? 'runs for tags restore only' : undefined);
    return { restore: byMode(['read', 'write']), save: !saveByMode.allowed || byEvent === undefined ? saveByMode : { allowed: false, why: byEvent, byEvent: true } };
}
const MODES = (/* unused pure expression or super */ null && (['none', 'read', 'write', 'write-only']));
function withChoice(permission, choice, input) {
    if (choice === false)
        return { allowed: false, why: `${input} is false` };
    return choice === true && !permission.allowed && permission.byEvent === true ? YES : permission;
}

;// CONCATENATED MODULE: ./build/github/event.js


function readJob(env) {
    const text = (name) => env[name] ?? '';
    return {
        workspace: text('GITHUB_WORKSPACE') || process.cwd(),
        event: text('GITHUB_EVENT_NAME'),
        ref: text('GITHUB_REF'),
        sha: text('GITHUB_SHA'),
        repository: text('GITHUB_REPOSITORY'),
        runId: text('GITHUB_RUN_ID'),
        runAttempt: Number(text('GITHUB_RUN_ATTEMPT') || 1),
        job: text('GITHUB_JOB'),
        workflow: workflowFile(text('GITHUB_WORKFLOW_REF'), text('GITHUB_REPOSITORY')) ?? text('GITHUB_WORKFLOW'),
        step: text('GITHUB_ACTION'),
        trust: trustOf({ event: text('GITHUB_EVENT_NAME'), refType: text('GITHUB_REF_TYPE'), mode: text('ACTIONS_CACHE_MODE') }),
        isGithubHosted: text('RUNNER_ENVIRONMENT') !== 'self-hosted',
    };
}
function workflowFile(ref, repository) {
    const file = ref.split('@', 1)[0] ?? '';
    return file.startsWith(`${repository}/`) ? file.slice(repository.length + 1) : undefined;
}
function event_readPayload(env) {
    try {
        return JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
    }
    catch {
        return {};
    }
}
function legFacts(job, { leg, cacheSuffix, workingDirectory, requirements, packages, extras, groups }) {
    const use = JSON.stringify([job.step, workingDirectory, requirements, packages, extras, groups]);
    return { os: process.platform, arch: process.arch, workflow: job.workflow, job: job.job, leg, step: use, suffix: cacheSuffix };
}

;// CONCATENATED MODULE: ./build/github/history-place.js




const HISTORY_FILE = 'history.json';
function historyPrefix(job, branch) {
    return `parallel-pip-history/v1/${shortHash(job.workflow)}/${shortHash(branch)}/`;
}
function baseBranch({ ref }, env, keepsOwn = false) {
    const target = env['GITHUB_BASE_REF'] || readPayload(env)['merge_group']?.base_ref;
    if (target)
        return target.replace(/^refs\/heads\//, '');
    const own = ref.replace(/^refs\/(heads|tags)\//, '');
    return keepsOwn && ref.startsWith('refs/heads/') ? own : defaultBranch(env) ?? own;
}
function defaultBranch(env) {
    return readPayload(env)['repository']?.default_branch;
}
function readHistoryFile(file) {
    try {
        return readHistory(readFileSync(file, 'utf8'));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/store/rename.js


const HELD = ['EPERM', 'EACCES', 'EBUSY'];
const FIRST_WAIT_MS = 10;
const LAST_WAIT_MS = 1280;
const rename_renameFile = (from, to) => patiently(() => (0,external_node_fs_.renameSync)(from, to), process.platform);
function patiently(work, platform) {
    for (let waitMs = FIRST_WAIT_MS;; waitMs *= 2) {
        try {
            return work();
        }
        catch (error) {
            if (platform !== 'win32' || waitMs > LAST_WAIT_MS || !HELD.includes(errors_systemErrorCode(error) ?? ''))
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
        }
    }
}

;// CONCATENATED MODULE: ./build/github/transfer-folder.js



const ENTRY_PATH = 'parallel-pip-cache';
const POINTER_FILE = 'pointer.json';
function transferFolder(root) {
    const work = external_node_path_.join(root, 'work');
    return { root, work, temporary: external_node_path_.join(root, 'tmp'), entry: external_node_path_.join(work, ENTRY_PATH), log: external_node_path_.join(root, 'log.txt'), request: external_node_path_.join(root, 'request.json'), question: external_node_path_.join(root, 'question.txt'), history: external_node_path_.join(root, 'history.json') };
}
function arrivalOf(folder) {
    const elsewhere = readState(folder)?.elsewhere;
    return elsewhere === undefined ? folder : transferFolder(elsewhere);
}
function writeState(folder, state) {
    writeWhole(folder, 'state.json', state);
}
function readState(folder) {
    return readIfThere(folder, 'state.json');
}
function writeAnswerState(folder, state) {
    writeWhole(folder, 'answer.json', state);
}
function readAnswerState(folder) {
    return readIfThere(folder, 'answer.json');
}
function writeWhole({ root }, name, value) {
    const draft = external_node_path_.join(root, `${name}.${process.pid}`);
    (0,external_node_fs_.writeFileSync)(draft, JSON.stringify(value));
    rename_renameFile(draft, external_node_path_.join(root, name));
}
function readIfThere({ root }, name) {
    try {
        return JSON.parse(readFileSync(path.join(root, name), 'utf8'));
    }
    catch {
        return undefined;
    }
}
const TAIL_BYTES = 16_384;
function movedBytes(folder) {
    const told = [...tail(folder.log).matchAll(/(?:Received|Sent|Uploaded) (\d+) of|Cache Size: .*\((\d+) B\)|File Size: (\d+)/g)].map(([, moved, received, sent]) => Number(moved ?? received ?? sent));
    const archive = sizeBelow(folder.temporary);
    return { transferred: Math.max(0, ...told, archive), onDisk: archive + sizeBelow(folder.work) };
}
function tail(file) {
    try {
        const size = statSync(file).size;
        const handle = openSync(file, 'r');
        try {
            const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
            readSync(handle, bytes, 0, bytes.length, size - bytes.length);
            return bytes.toString('utf8');
        }
        finally {
            closeSync(handle);
        }
    }
    catch {
        return '';
    }
}
function sizeBelow(folder) {
    let size = 0;
    try {
        for (const entry of readdirSync(folder, { withFileTypes: true })) {
            const inside = path.join(folder, entry.name);
            if (entry.isDirectory())
                size += sizeBelow(inside);
            else if (entry.isFile())
                size += statSync(inside).size;
        }
    }
    catch {
    }
    return size;
}

;// CONCATENATED MODULE: ./build/github/follow-entry.js






const follow_entry_POLL_MS = 10;
function followEntry(folder, { onFile, isExtracted }) {
    let isWritten = false;
    const followings = new Map();
    const timer = setInterval(() => {
        for (const archive of archivesBelow(folder.temporary))
            if (!followings.has(archive))
                followings.set(archive, followOne(archive, { folder, onFile, isExtracted, isWritten: () => isWritten }));
    }, follow_entry_POLL_MS);
    return {
        finish: async () => {
            isWritten = true;
            clearInterval(timer);
            const ends = await Promise.all(followings.values());
            return ends.find(({ kind }) => kind !== 'left') ?? { kind: 'left' };
        },
    };
}
async function followOne(archive, { folder, onFile, isExtracted, isWritten }) {
    const taken = `${archive}.taken`;
    const arriving = external_node_path_.join(folder.root, 'arriving', external_node_path_.basename(external_node_path_.dirname(archive)));
    let isTaken = false;
    const move = (name) => {
        const inside = name.startsWith(`${ENTRY_PATH}/`) ? name.slice(ENTRY_PATH.length + 1) : '';
        if (inside === POINTER_FILE || inside === HISTORY_FILE)
            return false;
        if (!isTaken && isExtracted(archive))
            return false;
        if (!isTaken)
            (0,external_node_fs_.renameSync)(archive, taken);
        isTaken = true;
        const place = external_node_path_.join(folder.entry, inside);
        (0,external_node_fs_.mkdirSync)(external_node_path_.dirname(place), { recursive: true });
        (0,external_node_fs_.renameSync)(external_node_path_.join(arriving, name), place);
        onFile(inside);
        return true;
    };
    try {
        (0,external_node_fs_.mkdirSync)(arriving, { recursive: true });
        if (!(await extractGrowing(archive, { isWritten, into: arriving, onFile: move })))
            return { kind: 'left' };
        const sizeBytes = (0,external_node_fs_.statSync)(taken).size;
        (0,external_node_fs_.rmSync)(taken);
        return { kind: 'whole', sizeBytes };
    }
    catch (error) {
        return isTaken ? { kind: 'broken', why: errors_messageOf(error) } : { kind: 'left' };
    }
}
function archivesBelow(temporary) {
    try {
        return (0,external_node_fs_.readdirSync)(temporary, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(tzst|tgz)$/.test(name)).map((name) => external_node_path_.join(temporary, name));
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/github/toolkit-log.js
const ARCHIVER_FAILED = /failed with error: The process '(?:[^']*[\\/])?(?:g?tar|(?:un)?zstd)(?:\.exe)?' failed/i;
const MISSES_ARCHIVE = /ENOENT/;
function nothingFound(log) {
    const why = failureIn(log);
    if (why === undefined)
        return { kind: 'none' };
    return { kind: ARCHIVER_FAILED.test(why) ? 'unreadable' : 'failed', why };
}
function hadWholeArchive(answer) {
    return answer.kind === 'unreadable' || (answer.kind === 'failed' && MISSES_ARCHIVE.test(answer.why));
}
function failureIn(log) {
    return /Failed to (?:restore|save): (.*)/.exec(log)?.[1]?.replaceAll('%0A', ' ').trim();
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: ./build/store/layout.js

const layout_WHEELS_BUCKET = 'wheels-v1';
const layout_METADATA_BUCKET = 'metadata-v1';
const SDISTS_BUCKET = 'sdists-v1';
const PARTIALS_BUCKET = 'partials-v1';
const layout_BUILT_BUCKET = 'built-v1';
const PREPARED_BUCKET = 'prepared-v1';
const TREES_BUCKET = 'trees-v3';
const PAGES_BUCKET = 'pages-v4';
const FACTS_BUCKET = 'facts-v2';
const CODE_BUCKET = 'code-v1';
const TEMPORARY_BUCKET = 'tmp';
function storeLayout(root) {
    const sharded = (bucket, suffix) => (sha256) => (0,external_node_path_.join)(root, bucket, sha256.slice(0, 2), sha256 + suffix);
    return {
        root,
        wheel: sharded(layout_WHEELS_BUCKET, '.whl'),
        metadata: sharded(layout_METADATA_BUCKET, '.txt'),
        sdist: sharded(SDISTS_BUCKET, '.sdist'),
        partial: sharded(PARTIALS_BUCKET, '.part'),
        built: sharded(layout_BUILT_BUCKET, ''),
        prepared: sharded(PREPARED_BUCKET, '.json'),
        builtRepositories: (0,external_node_path_.join)(root, FACTS_BUCKET, 'repositories'),
        tree: sharded(TREES_BUCKET, ''),
        pages: (0,external_node_path_.join)(root, PAGES_BUCKET),
        facts: (0,external_node_path_.join)(root, FACTS_BUCKET),
        temporary: (0,external_node_path_.join)(root, TEMPORARY_BUCKET),
    };
}

;// CONCATENATED MODULE: ./build/actions-cache/entry.js






const FACTS_FILE = 'entry.json';
const ID = /^[0-9a-f]{64}$/;
async function adoptEntry(folder, layout) {
    const facts = readFacts(folder);
    const adopted = { facts, ids: new Set(), brought: new Set(), sizeBytes: 0, foreign: 0 };
    if (facts === undefined)
        return adopted;
    for (const found of listItems(folder)) {
        const target = judge(found, layout);
        if (target === undefined)
            adopted.foreign += 1;
        else if (moveUnlessThere(found.path, target.place)) {
            adopted.sizeBytes += target.sizeBytes;
            adopted.brought.add(target.id);
            if (found.bucket !== METADATA_BUCKET)
                adopted.ids.add(target.id);
        }
    }
    return adopted;
}
async function shareMetadata(folder, layout) {
    const items = listItems(folder).filter(({ bucket }) => bucket === METADATA_BUCKET);
    await Promise.all(items.map(async (item) => {
        const target = judge(item, layout);
        if (target !== undefined)
            await linkOrCopy(item.path, target.place);
    }));
}
async function fillEntry(folder, layout, { wheels, networkRate }) {
    const kept = [];
    for (const wheel of wheels) {
        if (await (wheel.kind === 'published' ? fillPublished(folder, layout, wheel.id) : fillBuilt(folder, layout, wheel.id)))
            kept.push(wheel);
    }
    const facts = { format: CACHE_FORMAT, wheels: kept, ...(networkRate === undefined ? {} : { networkRate }) };
    await writeFile(path.join(folder, FACTS_FILE), JSON.stringify(facts));
    return facts;
}
function wheelInEntry(folder, id) {
    return external_node_path_.join(folder, layout_WHEELS_BUCKET, id.slice(0, 2), `${id}.whl`);
}
function wheelOfPath(inside) {
    const [bucket, , name = ''] = inside.split('/');
    return bucket === layout_WHEELS_BUCKET && name.endsWith('.whl') ? name.slice(0, -'.whl'.length) : undefined;
}
async function fillPublished(folder, layout, id) {
    const shard = id.slice(0, 2);
    if (!(await linkOrCopy(layout.wheel(id), wheelInEntry(folder, id))))
        return false;
    await linkOrCopy(layout.metadata(id), path.join(folder, METADATA_BUCKET, shard, `${id}.txt`));
    return true;
}
async function fillBuilt(folder, layout, id) {
    const names = await readdir(layout.built(id)).catch(() => []);
    const linked = await Promise.all(names.map((name) => linkOrCopy(path.join(layout.built(id), name), path.join(folder, BUILT_BUCKET, id.slice(0, 2), id, name))));
    return names.length > 0 && linked.every(Boolean);
}
function readFacts(folder) {
    try {
        const facts = JSON.parse((0,external_node_fs_.readFileSync)(external_node_path_.join(folder, FACTS_FILE), 'utf8'));
        return facts?.format === keys_CACHE_FORMAT && Array.isArray(facts.wheels) ? facts : undefined;
    }
    catch {
        return undefined;
    }
}
function listItems(folder) {
    return [WHEELS_BUCKET, METADATA_BUCKET, BUILT_BUCKET].flatMap((bucket) => {
        const shards = readFolder(path.join(folder, bucket)).filter((shard) => shard.isDirectory());
        return shards.flatMap(({ name: shard }) => readFolder(path.join(folder, bucket, shard)).map(({ name }) => ({ bucket, shard, name, path: path.join(folder, bucket, shard, name) })));
    });
}
function readFolder(folder) {
    try {
        return readdirSync(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
function judge(item, layout) {
    const suffix = item.bucket === WHEELS_BUCKET ? '.whl' : item.bucket === METADATA_BUCKET ? '.txt' : '';
    const id = item.name.slice(0, item.name.length - suffix.length);
    if (!item.name.endsWith(suffix) || !ID.test(id) || item.shard !== id.slice(0, 2))
        return undefined;
    const stat = lstatSync(item.path);
    if (item.bucket !== BUILT_BUCKET)
        return stat.isFile() ? { id, place: item.bucket === WHEELS_BUCKET ? layout.wheel(id) : layout.metadata(id), sizeBytes: stat.size } : undefined;
    const inside = stat.isDirectory() ? readdirSync(item.path) : [];
    const stats = inside.map((name) => lstatSync(path.join(item.path, name)));
    const isPlain = stats.length > 0 && stats.every((file) => file.isFile());
    return isPlain ? { id, place: layout.built(id), sizeBytes: stats.reduce((sum, file) => sum + file.size, 0) } : undefined;
}
function moveUnlessThere(from, to) {
    if (lstatSync(to, { throwIfNoEntry: false }) !== undefined)
        return false;
    mkdirSync(path.dirname(to), { recursive: true });
    renameFile(from, to);
    return true;
}
async function linkOrCopy(from, to) {
    try {
        await mkdir(path.dirname(to), { recursive: true });
        await link(from, to).catch(() => copyFile(from, to));
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/kernel/umask.js
const UMASK = process.umask();

;// CONCATENATED MODULE: ./build/standards/names.js
const NORMALIZED = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const PROJECT_NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;
function normalizeName(text) {
    if (NORMALIZED.test(text))
        return text;
    return text.toLowerCase().replace(/[-_.]+/g, '-');
}
function isProjectName(text) {
    return PROJECT_NAME.test(text);
}

;// CONCATENATED MODULE: ./build/standards/python-strings.js
const PYTHON_SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const OUTER_SPACE = new RegExp(`^[${PYTHON_SPACE}]+|[${PYTHON_SPACE}]+$`, 'g');
function pythonStrip(text) {
    return isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1)) ? text : text.replace(OUTER_SPACE, '');
}
function isVisible(unit) {
    return unit > 0x20 && unit < 0x7f;
}
const UNPRINTABLE = /[\p{C}\p{Z}]/u;
function pythonRepr(text) {
    const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
    let inner = '';
    for (const char of text) {
        if (char === '\\' || char === quote)
            inner += `\\${char}`;
        else if (char === '\n')
            inner += '\\n';
        else if (char === '\r')
            inner += '\\r';
        else if (char === '\t')
            inner += '\\t';
        else
            inner += char !== ' ' && UNPRINTABLE.test(char) ? hexEscape(char.codePointAt(0) ?? 0) : char;
    }
    return quote + inner + quote;
}
function hexEscape(code) {
    const hex = code.toString(16);
    if (code < 0x100)
        return `\\x${hex.padStart(2, '0')}`;
    return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
const SIMPLE_ESCAPES = {
    '\n': '', '\\': '\\', "'": "'", '"': '"', a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v',
};
const ESCAPE = /\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/g;
const HEX = '[0-9a-fA-F]';
const LITERAL = new RegExp(`^(?:[^\\\\\\n\\r\\0]|\\\\(?:[0-7]{1,3}|x${HEX}{2}|u${HEX}{4}|U(?:0010|000${HEX})${HEX}{4}|[^xuUN\\r\\0]))*$`);
function decodePythonString(inner) {
    if (!LITERAL.test(inner))
        return undefined;
    return inner.includes('\\') ? inner.replace(ESCAPE, decodeEscape) : inner;
}
function decodeEscape(escape) {
    const kind = escape.charAt(1);
    if (kind >= '0' && kind <= '7')
        return String.fromCharCode(parseInt(escape.slice(1), 8));
    if (escape.length > 2)
        return String.fromCodePoint(parseInt(escape.slice(2), 16));
    return SIMPLE_ESCAPES[kind] ?? escape;
}

;// CONCATENATED MODULE: ./build/standards/version-parts.js

const VERSION = new RegExp(`^[${PYTHON_SPACE}]*v?` +
    '(?:([0-9]+)!)?' +
    '([0-9]+(?:\\.[0-9]+)*)' +
    '(?:[._-]?(alpha|a|beta|b|preview|pre|c|rc)[._-]?([0-9]+)?)?' +
    '(?:-([0-9]+)|[._-]?(post|rev|r)[._-]?([0-9]+)?)?' +
    '(?:[._-]?(dev)[._-]?([0-9]+)?)?' +
    '(?:\\+([a-z0-9]+(?:[._-][a-z0-9]+)*))?' +
    `[${PYTHON_SPACE}]*$`, 'i');
const PHASES = {
    a: 'a', alpha: 'a', b: 'b', beta: 'b', c: 'rc', rc: 'rc', pre: 'rc', preview: 'rc',
};
const PLAIN_RELEASE = /^(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*))*$/;
function scanVersion(text) {
    if (PLAIN_RELEASE.test(text))
        return partsOfRelease(text.split('.'));
    const match = VERSION.exec(text);
    if (match === null)
        return undefined;
    const [, epoch, release = '', phase, preNumber, barePost, postWord, postNumber, devWord, devNumber, local] = match;
    return {
        epoch: digits(epoch),
        release: release.split('.').map(digits),
        pre: phase === undefined ? undefined : { phase: PHASES[phase.toLowerCase()] ?? 'rc', number: digits(preNumber) },
        post: barePost === undefined && postWord === undefined ? undefined : digits(barePost ?? postNumber),
        dev: devWord === undefined ? undefined : digits(devNumber),
        local: local?.toLowerCase().split(/[._-]/).map((segment) => (/^[0-9]+$/.test(segment) ? digits(segment) : segment)),
    };
}
function partsOfRelease(release) {
    return { epoch: '0', release, pre: undefined, post: undefined, dev: undefined, local: undefined };
}
function digits(text) {
    if (text === undefined)
        return '0';
    return text.length > 1 && text.startsWith('0') ? text.replace(/^0+(?=[0-9])/, '') : text;
}
function formatVersionParts(parts) {
    return ((parts.epoch === '0' ? '' : `${parts.epoch}!`) +
        parts.release.join('.') +
        (parts.pre === undefined ? '' : parts.pre.phase + parts.pre.number) +
        (parts.post === undefined ? '' : `.post${parts.post}`) +
        (parts.dev === undefined ? '' : `.dev${parts.dev}`) +
        (parts.local === undefined ? '' : `+${parts.local.join('.')}`));
}
const KEY_MAX = '\x7f';
const KEY_NEXT = '\0';
const KEY_FINAL = '401';
const PHASE_RANK = { a: '1', b: '2', rc: '3' };
const LONGEST_COUNTED = 32;
function encodeNumber(number) {
    if (number.length <= LONGEST_COUNTED)
        return String.fromCharCode(0x40 + number.length) + number;
    return `~${encodeNumber(String(number.length))}${number}`;
}
function sortKeyOfPre(parts) {
    let end = parts.release.length;
    while (end > 0 && parts.release[end - 1] === '0')
        end -= 1;
    let key = encodeNumber(parts.epoch);
    for (let i = 0; i < end; i += 1)
        key += encodeNumber(parts.release[i] ?? '0');
    if (parts.pre !== undefined)
        return key + PHASE_RANK[parts.pre.phase] + encodeNumber(parts.pre.number);
    return key + (parts.post === undefined && parts.dev !== undefined ? '0' : '4');
}
function sortKeyOf(parts) {
    const post = parts.post === undefined ? '0' : `1${encodeNumber(parts.post)}`;
    const dev = parts.dev === undefined ? '1' : `0${encodeNumber(parts.dev)}`;
    let key = sortKeyOfPre(parts) + post + dev;
    for (const segment of parts.local ?? [])
        key += /^[0-9]+$/.test(segment) ? `1${encodeNumber(segment)}` : `0${segment} `;
    return key;
}

;// CONCATENATED MODULE: ./build/standards/version.js

function version_parseVersion(text) {
    const plain = parsePlainRelease(text);
    if (plain !== undefined)
        return plain;
    const parts = scanVersion(text);
    return parts === undefined ? undefined : versionFromParts(parts);
}
function compareVersions(a, b) {
    if (a.sortKey === b.sortKey)
        return 0;
    return a.sortKey < b.sortKey ? -1 : 1;
}
const EXACT_DIGITS = 15;
const ENCODED_ZERO = encodeNumber('0');
const SMALL_NUMBERS = Array.from({ length: 256 }, (_, number) => encodeNumber(String(number)));
function parsePlainRelease(text) {
    const release = [];
    let sortKey = ENCODED_ZERO;
    let zeros = 0;
    let number = 0;
    let length = 0;
    for (let i = 0; i <= text.length; i += 1) {
        const code = i < text.length ? text.charCodeAt(i) : 0x2e;
        if (code >= 0x30 && code <= 0x39) {
            if (length > 0 && number === 0)
                return undefined;
            number = number * 10 + code - 0x30;
            length += 1;
            continue;
        }
        if (code !== 0x2e || length === 0 || length > EXACT_DIGITS)
            return undefined;
        release.push(number);
        if (number === 0)
            zeros += 1;
        else {
            for (; zeros > 0; zeros -= 1)
                sortKey += ENCODED_ZERO;
            sortKey += SMALL_NUMBERS[number] ?? encodeNumber(String(number));
        }
        number = 0;
        length = 0;
    }
    return plainVersion(text, release, sortKey + KEY_FINAL);
}
function plainVersion(text, release, sortKey) {
    return {
        epoch: 0, release, pre: undefined, post: undefined, dev: undefined, local: undefined, text, isPrerelease: false, sortKey,
    };
}
function versionFromParts(parts) {
    return {
        epoch: Number(parts.epoch),
        release: parts.release.map(Number),
        pre: parts.pre === undefined ? undefined : { phase: parts.pre.phase, number: Number(parts.pre.number) },
        post: parts.post === undefined ? undefined : Number(parts.post),
        dev: parts.dev === undefined ? undefined : Number(parts.dev),
        local: parts.local?.map((segment) => (/^[0-9]+$/.test(segment) ? Number(segment) : segment)),
        text: formatVersionParts(parts),
        isPrerelease: parts.pre !== undefined || parts.dev !== undefined,
        sortKey: sortKeyOf(parts),
    };
}

;// CONCATENATED MODULE: ./build/standards/wheel-name.js


const ESCAPED_NAME = /^[a-zA-Z0-9_.]+$/;
const ANY_ESCAPED_NAME = /^[\p{L}\p{N}_.]+$/u;
const IDENTIFIER = /^[a-z_][a-z0-9_]*$/;
const ANY_IDENTIFIER = /^[\p{ID_Start}_]\p{ID_Continue}*$/u;
const BUILD = /^([0-9]+)(.*)/;
function parseWheelName(filename) {
    const { head, tags } = cutWheelName(filename);
    const read = tags === '' ? undefined : parseWheelTags(tags);
    const said = read === undefined ? undefined : parseWheelHead(head);
    if (said === undefined || read === undefined)
        return undefined;
    const { name, version, build } = said;
    const { pythonTags, abiTags, platformTags } = read;
    return { name, version, build, pythonTags, abiTags, platformTags, filename };
}
function cutWheelName(filename) {
    const cut = filename.endsWith('.whl') ? tagsStart(filename) : -1;
    return cut === -1 ? { head: filename, tags: '' } : { head: filename.slice(0, cut), tags: filename.slice(cut + 1, -4) };
}
function tagsStart(filename) {
    let cut = filename.length - 4;
    for (let tags = 0; tags < 3; tags += 1)
        cut = cut <= 0 ? -1 : filename.lastIndexOf('-', cut - 1);
    return cut;
}
function parseWheelHead(text) {
    const parts = text.split('-');
    const [project = '', versionText = '', buildText] = parts;
    if (parts.length > 3 || project.includes('__') || !(ESCAPED_NAME.test(project) || ANY_ESCAPED_NAME.test(project)))
        return undefined;
    const version = version_parseVersion(versionText);
    const build = buildText === undefined ? undefined : parseBuild(buildText);
    if (version === undefined || (buildText !== undefined && build === undefined))
        return undefined;
    return { name: normalizeName(project), version, build };
}
function wheelVersionText(head) {
    const start = head.indexOf('-') + 1;
    const end = head.indexOf('-', start);
    return end === -1 ? head.slice(start) : head.slice(start, end);
}
function parseWheelTags(text) {
    const [pythonTags, abiTags, platformTags] = text.split('-').map(tagSet);
    if (pythonTags?.every(isIdentifier) !== true || abiTags === undefined || platformTags === undefined)
        return undefined;
    return { pythonTags, abiTags, platformTags };
}
function isIdentifier(tag) {
    return IDENTIFIER.test(tag) || ANY_IDENTIFIER.test(tag);
}
function parseBuild(text) {
    const match = BUILD.exec(text);
    return match === null ? undefined : [Number(match[1]), match[2] ?? ''];
}
function tagSet(text) {
    const tags = text.toLowerCase().split('.');
    return tags.includes('') ? undefined : tags;
}
function expandWheelTags(wheel) {
    const tags = new Set();
    for (const python of wheel.pythonTags) {
        for (const abi of wheel.abiTags) {
            for (const platform of wheel.platformTags)
                tags.add(`${python}-${abi}-${platform}`);
        }
    }
    return [...tags];
}
const ARCHIVE_SUFFIXES = new Set([
    '.zip', '.tar.gz', '.tgz', '.tar', '.tar.bz2', '.tbz', '.tar.xz', '.txz', '.tlz', '.tar.lz', '.tar.lzma',
]);
const SUFFIX = /(?:\.tar)?\.[^.]*$/i;
const PYTHON_SUFFIX = /-py([123]\.?[0-9]?)$/;
function parseSdistName(filename, project) {
    const said = sdistTexts(filename, project);
    const version = said === undefined ? undefined : parseVersion(said.versionText);
    if (said === undefined || version === undefined)
        return undefined;
    return said.pythonVersion === undefined ? { version } : { version, pythonVersion: said.pythonVersion };
}
function sdistTexts(filename, project) {
    const suffix = filename.endsWith('.tar.gz') ? '.tar.gz' : (SUFFIX.exec(filename)?.[0] ?? '');
    if (!ARCHIVE_SUFFIXES.has(suffix) || (suffix === '.zip' && filename.includes('macosx10')))
        return undefined;
    const text = textAfterName(filename.slice(0, -suffix.length), project);
    if (text === undefined)
        return undefined;
    const pythonVersion = text.includes('-py') ? PYTHON_SUFFIX.exec(text)?.[1] : undefined;
    return { versionText: pythonVersion === undefined ? text : text.replace(PYTHON_SUFFIX, ''), pythonVersion };
}
function textAfterName(stem, project) {
    if (stem.startsWith(project) && stem.charAt(project.length) === '-')
        return stem.slice(project.length + 1);
    let matched = 0;
    for (let at = 0, inRun = false; at < stem.length; at += 1) {
        const letter = stem.charAt(at).toLowerCase();
        if (letter === '-' && matched === project.length)
            return stem.slice(at + 1);
        const isSeparator = letter === '-' || letter === '_' || letter === '.';
        if (!(isSeparator && inRun)) {
            const wanted = isSeparator ? '-' : letter;
            if (!project.startsWith(wanted, matched))
                return undefined;
            matched += wanted.length;
        }
        inRun = isSeparator;
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __nccwpck_require__(5919);
;// CONCATENATED MODULE: ./build/workers/failure.js

class Stopped extends Error {
}
function failureToData(error) {
    if (error instanceof Stopped)
        return { kind: 'stopped' };
    if (errors_isUserError(error))
        return { kind: 'user-error', data: userErrorToData(error) };
    const code = errors_systemErrorCode(error);
    if (code !== undefined && /^E[A-Z0-9]+$/.test(code)) {
        return { kind: 'system-error', code, message: errors_messageOf(error), path: error.path };
    }
    return { kind: 'bug', message: errors_messageOf(error), stack: error instanceof Error ? error.stack : undefined };
}
function failureFromData(failure, stopReason) {
    switch (failure.kind) {
        case 'user-error':
            return userErrorFromData(failure.data);
        case 'system-error':
            return Object.assign(new Error(failure.message), { code: failure.code, path: failure.path });
        case 'stopped':
            return stopReason ?? new Stopped('stopped');
        case 'bug':
            return Object.assign(new Error(`in a worker: ${failure.message}`), failure.stack === undefined ? {} : { stack: failure.stack });
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(8522);
;// CONCATENATED MODULE: ./build/kernel/once.js
function once(make) {
    let made;
    return () => (made ??= { value: make() }).value;
}

;// CONCATENATED MODULE: ./build/kernel/release.js
function release(buffer) {
    const owned = buffer.buffer;
    if (buffer.length > 0 && buffer.length === buffer.buffer.byteLength)
        owned.transfer?.(0);
}

;// CONCATENATED MODULE: ./build/archive/inflater.js



const inflater_PIECE_BYTES = 256 << 10;
function openInflater() {
    const stream = (0,external_node_zlib_.createInflateRaw)();
    if (typeof stream._handle?.writeSync !== 'function' || !ArrayBuffer.isView(stream._writeState))
        return undefined;
    const inflater = new StreamInflater(stream);
    if (answersRight(inflater))
        return inflater;
    inflater.close();
    return undefined;
}
function oneInflater() {
    return once(openInflater);
}
const SAMPLE = { deflated: Buffer.from('2bcf484dcd5128479000', 'hex'), text: 'wheel wheel wheel' };
function answersRight(inflater) {
    try {
        const whole = inflater.whole(SAMPLE.deflated, SAMPLE.text.length);
        return whole?.content.toString() === SAMPLE.text && whole.consumedBytes === SAMPLE.deflated.length;
    }
    catch {
        return false;
    }
}
class StreamInflater {
    #stream;
    #output = Buffer.allocUnsafeSlow(64 << 10);
    #failure;
    constructor(stream) {
        this.#stream = stream;
        stream._handle.onerror = (message, errno, code) => {
            this.#failure = Object.assign(new Error(message), { errno, code });
        };
    }
    whole(compressed, sizeBytes) {
        this.#grow(sizeBytes + 1);
        this.#stream.reset();
        const { produced, left } = this.#step(external_node_zlib_.constants.Z_FINISH, compressed, 0, sizeBytes + 1);
        return produced > sizeBytes ? undefined : { content: this.#output.subarray(0, produced), consumedBytes: compressed.length - left };
    }
    *pieces(compressed) {
        this.#grow(inflater_PIECE_BYTES);
        this.#stream.reset();
        let consumedBytes = 0;
        for (const input of compressed) {
            for (let at = 0;;) {
                const { produced, left } = this.#step(external_node_zlib_.constants.Z_NO_FLUSH, input, at, inflater_PIECE_BYTES);
                consumedBytes += input.length - at - left;
                at = input.length - left;
                if (produced > 0)
                    yield this.#output.subarray(0, produced);
                if (produced < inflater_PIECE_BYTES)
                    break;
            }
        }
        this.#step(external_node_zlib_.constants.Z_FINISH, EMPTY, 0, inflater_PIECE_BYTES);
        return consumedBytes;
    }
    close() {
        this.#stream.close();
        release(this.#output);
    }
    #step(flush, input, at, room) {
        const { _handle, _writeState } = this.#stream;
        _handle.writeSync(flush, input, at, input.length - at, this.#output, 0, room);
        const failure = this.#failure;
        if (failure !== undefined) {
            this.#failure = undefined;
            throw failure;
        }
        return { produced: room - (_writeState[0] ?? 0), left: _writeState[1] ?? 0 };
    }
    #grow(sizeBytes) {
        if (this.#output.length >= sizeBytes)
            return;
        release(this.#output);
        this.#output = Buffer.allocUnsafeSlow(sizeBytes);
    }
}
const EMPTY = Buffer.alloc(0);

;// CONCATENATED MODULE: ./build/kernel/clock.js
const systemClock = {
    nowMs: () => performance.timeOrigin + performance.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        const timer = setTimeout(done, ms);
        signal?.addEventListener('abort', aborted, { once: true });
        function done() {
            signal?.removeEventListener('abort', aborted);
            resolve();
        }
        function aborted() {
            clearTimeout(timer);
            reject(signal?.reason);
        }
        if (signal?.aborted === true)
            aborted();
    }),
};

;// CONCATENATED MODULE: ./build/workers/tasks/compile.js

const PROGRAM = `
import importlib.util, json, py_compile, sys, warnings
warnings.simplefilter("ignore")
for line in sys.stdin:
    source, named = json.loads(line)
    try:
        made = py_compile.compile(source, cfile=importlib.util.cache_from_source(source), dfile=named, doraise=True, quiet=2)
    except Exception:
        made = None
    print(json.dumps(made), flush=True)
`;
async function compileBytecode(request, context) {
    const child = (0,external_node_child_process_namespaceObject.spawn)(request.python, ['-I', '-S', '-c', PROGRAM], { stdio: ['pipe', 'pipe', 'ignore'] });
    if (child.pid === undefined)
        return new Promise((_, reject) => void child.on('error', reject));
    const compiled = [];
    let answered = 0;
    let rest = '';
    child.stdin.on('error', () => undefined);
    child.stdin.end(request.files.map((pair) => `${JSON.stringify(pair)}\n`).join(''));
    try {
        for await (const chunk of child.stdout.setEncoding('utf8')) {
            const lines = (rest + String(chunk)).split('\n');
            rest = lines.pop() ?? '';
            for (const line of lines) {
                const source = request.files[answered]?.[0];
                const made = JSON.parse(line);
                if (source !== undefined && made !== null)
                    compiled.push([source, made]);
                answered += 1;
            }
            const pause = context.breathe();
            if (pause !== undefined)
                await pause;
        }
    }
    finally {
        child.kill('SIGKILL');
    }
    return { compiled };
}

;// CONCATENATED MODULE: ./build/workers/tasks/hash-file.js



const hash_file_PIECE_BYTES = 512 << 10;
async function hashFile(request, context) {
    const hashers = request.algorithms.map((algorithm) => [algorithm, (0,external_node_crypto_.createHash)(algorithm)]);
    const piece = Buffer.allocUnsafeSlow(hash_file_PIECE_BYTES);
    const fd = (0,external_node_fs_.openSync)(request.path, 'r');
    let sizeBytes = 0;
    try {
        for (;;) {
            const count = (0,external_node_fs_.readSync)(fd, piece, 0, piece.length, null);
            if (count === 0)
                break;
            sizeBytes += count;
            for (const [, hasher] of hashers)
                hasher.update(piece.subarray(0, count));
            const pause = context.breathe();
            if (pause !== undefined)
                await pause;
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
        release(piece);
    }
    return { sizeBytes, digests: Object.fromEntries(hashers.map(([algorithm, hasher]) => [algorithm, hasher.digest('hex')])) };
}

;// CONCATENATED MODULE: ./build/kernel/parsed.js
function parsed(value) {
    return { ok: true, value };
}
function notParsed(message, offset = 0) {
    return { ok: false, message, offset };
}

;// CONCATENATED MODULE: ./build/standards/python-text.js
function compareCodePoints(left, right) {
    const length = Math.min(left.length, right.length);
    for (let at = 0; at < length; at += 1) {
        if (left.charCodeAt(at) === right.charCodeAt(at))
            continue;
        const isLow = at > 0 && isLowSurrogate(left.charCodeAt(at)) && isLowSurrogate(right.charCodeAt(at));
        const from = isLow ? at - 1 : at;
        return (left.codePointAt(from) ?? 0) - (right.codePointAt(from) ?? 0);
    }
    return left.length - right.length;
}
function isLowSurrogate(unit) {
    return unit >= 0xdc00 && unit <= 0xdfff;
}
function quoted(text) {
    return JSON.stringify(text);
}
function dedent(text) {
    const lines = text.split('\n').map((line) => (/^[ \t]+$/.test(line) ? '' : line));
    const indents = lines.filter((line) => line !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
    const margin = indents.reduce(sharedStart, indents[0] ?? '').length;
    return lines.map((line) => line.slice(margin)).join('\n');
}
function sharedStart(left, right) {
    let length = 0;
    while (length < left.length && left[length] === right[length])
        length += 1;
    return left.slice(0, length);
}

;// CONCATENATED MODULE: ./build/standards/text-lines.js

const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
const ONE_SPACE = new RegExp(`^[${PYTHON_SPACE}]$`);
function splitLines(text) {
    const lines = text.split(LINE_END);
    if (lines.at(-1) === '')
        lines.pop();
    return lines;
}
function isPythonSpace(character) {
    return ONE_SPACE.test(character);
}
function stripCharacters(text, characters) {
    let start = 0;
    let end = text.length;
    while (start < end && characters.includes(text.charAt(start)))
        start += 1;
    while (end > start && characters.includes(text.charAt(end - 1)))
        end -= 1;
    return text.slice(start, end);
}

;// CONCATENATED MODULE: ./build/standards/entry-points.js




function parseEntryPoints(text) {
    const entryPoints = [];
    let group;
    for (const raw of splitLines(text)) {
        const content = pythonStrip(raw);
        if (content === '' || content.startsWith('#'))
            continue;
        if (content.startsWith('[') && content.endsWith(']'))
            group = stripCharacters(content, '[]');
        else if (group !== undefined) {
            const equals = content.indexOf('=');
            if (equals !== -1)
                entryPoints.push({ group, name: pythonStrip(content.slice(0, equals)), value: pythonStrip(content.slice(equals + 1)) });
        }
    }
    return entryPoints;
}
function scriptsOf(entryPoints, python) {
    const console = valuesByName(entryPoints, 'console_scripts');
    const gui = valuesByName(entryPoints, 'gui_scripts');
    const version = `${python.major}.${python.minor}`;
    const versioned = [
        ...takeVersioned(console, ['pip', `pip${python.major}`, `pip${version}`], /^pip(\d+(\.\d+)?)?$/),
        ...takeVersioned(console, ['easy_install', `easy_install-${version}`], /^easy_install(-\d+\.\d+)?$/),
    ];
    return [...versioned, ...console, ...gui].map(([name, value]) => ({ name, value }));
}
const WORD = '[\\p{L}\\p{N}_]+';
const EXTRAS = `[\\p{L}\\p{N}_-]+(?:=${WORD})?(?:,\\s*${WORD}(?:=${WORD})?)*`;
const TARGET = new RegExp(`^(${WORD}(?:[:.]${WORD})*)[ \\t]*(?:\\[\\s*(${EXTRAS})\\s*\\])?`, 'u');
function parseScriptTarget(value) {
    const match = TARGET.exec(value);
    if (match === null)
        return notParsed(`${quoted(value)} is not "module:attribute"`);
    const [module, attribute, ...more] = (match[1] ?? '').split(':');
    if (module === undefined || attribute === undefined)
        return notParsed(`${quoted(value)} has no callable after a colon`);
    if (more.length > 0)
        return notParsed(`${quoted(value)} has more than one colon`);
    if (match[2] === undefined && /[[\]]/.test(value))
        return notParsed(`the extras of ${quoted(value)} cannot be read`);
    return parsed({ module, attribute });
}
function scriptTargetFault(value) {
    const target = parseScriptTarget(value);
    return target.ok ? undefined : target.message;
}
const INTERPRETER = /^(?:python|pythonw|pypy|pypyw)(?:\d+(?:\.\d+)?t?)?w?(?:\.exe)?$/i;
const SCRIPT_NAME_RULES = [
    [/^$/, 'the name is empty'],
    [/[\x00-\x1f\x7f\x85\u2028\u2029]/, 'the name contains a control character or a line end'],
    [/[/\\]/, 'the name contains a path separator'],
    [/^\.{1,2}$/, 'the name is a folder'],
    [/^[A-Za-z]:/, 'the name starts with a drive letter'],
    [/^\[/, 'the name starts with "["'],
    [INTERPRETER, 'the script would replace the interpreter'],
];
function scriptNameFault(name) {
    return SCRIPT_NAME_RULES.find(([pattern]) => pattern.test(name))?.[1];
}
function valuesByName(entryPoints, group) {
    return new Map(entryPoints.filter((entry) => entry.group === group).map((entry) => [entry.name, entry.value]));
}
function takeVersioned(scripts, wanted, versioned) {
    const value = scripts.get(wanted[0] ?? '');
    if (value === undefined || value === '')
        return [];
    for (const name of [...scripts.keys()].filter((name) => versioned.test(name)))
        scripts.delete(name);
    return wanted.map((name) => [name, value]);
}

;// CONCATENATED MODULE: ./build/workers/tasks/scripts.js


const MAX_SHEBANG_BYTES = process.platform === 'darwin' ? 512 : 127;
function shebangFor(python) {
    const simple = `#!${python}\n`;
    if (process.platform === 'win32' || (!python.includes(' ') && Buffer.byteLength(simple) <= MAX_SHEBANG_BYTES))
        return simple;
    const quoted = python.includes(' ') ? `"${python}"` : python;
    return `#!/bin/sh\n'''exec' ${quoted} "$0" "$@"\n' '''\n`;
}
function readScripts(label, text, python) {
    const entryPoints = parseEntryPoints(text);
    const generated = [...new Map(scriptsOf(entryPoints, python).map((script) => [script.name, script])).values()];
    for (const script of generated)
        refuseScript(label, script);
    const groups = ['console_scripts', 'gui_scripts'];
    return { generated, published: new Set(entryPoints.filter(({ group }) => groups.includes(group)).map(({ name }) => name)) };
}
function refuseScript(label, script) {
    const fault = scriptNameFault(script.name) ?? scriptTargetFault(script.value);
    if (fault === undefined)
        return;
    throw new UserError('entry-point-invalid', `${label}: entry point ${JSON.stringify(script.name)} is refused: ${fault}`, { hint: 'tell the project that published it' });
}
function scriptText(script, python) {
    const target = parseScriptTarget(script.value);
    if (!target.ok)
        throw new Error(`entry point ${script.name}: ${target.message}`);
    const { module, attribute } = target.value;
    return [
        `${shebangFor(python.path)}${hasRemoveSuffix(python) ? '' : 'import re\n'}import sys`,
        `from ${module} import ${attribute.split('.', 1)[0] ?? attribute}`,
        `if __name__ == '__main__':`,
        hasRemoveSuffix(python) ? `    sys.argv[0] = sys.argv[0].removesuffix('.exe')` : `    sys.argv[0] = re.sub(r'\\.exe$', '', sys.argv[0])`,
        `    sys.exit(${attribute}())`,
        '',
    ].join('\n');
}
function hasRemoveSuffix(python) {
    return python.major > 3 || (python.major === 3 && python.minor >= 9);
}
function withShebang(content, python) {
    if (content.toString('latin1', 0, 8) !== '#!python')
        return undefined;
    const lineEnd = content.indexOf(0x0a);
    const rest = lineEnd === -1 ? Buffer.alloc(0) : content.subarray(lineEnd + 1);
    return Buffer.concat([Buffer.from(`#!${python}\n`), rest]);
}
function isEntryPointWrapper(fileName, published) {
    return published.has(fileName.replace(/(?:\.exe|-script\.py|\.pya)$/i, ''));
}

;// CONCATENATED MODULE: ./build/archive/refusal.js

const ASK = 'the file may be damaged: fetch it again; if that does not help, tell the project that published it';
const TELL = 'tell the project that published it; such an archive can show different files to different programs';
function invalid(source, message) {
    return new UserError('archive-invalid', `${source.label} is not a sound archive: ${message}`, { hint: ASK });
}
function unsafe(source, message) {
    return new UserError('archive-unsafe', `${source.label} is refused: ${message}`, { hint: TELL });
}

;// CONCATENATED MODULE: ./build/archive/local-header.js

const HEADER_BYTES = 30;
const HEADER_SIGNATURE = 0x04034b50;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const FLAG_DESCRIPTOR = 0x8;
const MEANING_FLAGS = 0x0809 | 0x2060;
const MAX_32 = 0xffffffff;
function dataOffset(source, entry) {
    const { headerOffset, rawName } = entry;
    const header = source.read(headerOffset, HEADER_BYTES + rawName.length);
    if (header.readUInt32LE(0) !== HEADER_SIGNATURE)
        throw invalid(source, `${entry.path} has no local header where the directory says`);
    const nameLength = header.readUInt16LE(26);
    const extraLength = header.readUInt16LE(28);
    if (nameLength !== rawName.length || header.compare(rawName, 0, nameLength, HEADER_BYTES) !== 0)
        throw unsafe(source, `${entry.path} has another name in its local header`);
    if (header.readUInt16LE(8) !== (entry.method === 'stored' ? 0 : 8))
        throw unsafe(source, `${entry.path} has another compression method in its local header`);
    if (((header.readUInt16LE(6) ^ entry.flags) & MEANING_FLAGS) !== 0)
        throw unsafe(source, `${entry.path} has other flags in its local header`);
    const local = { crc32: header.readUInt32LE(14), compressedBytes: header.readUInt32LE(18), sizeBytes: header.readUInt32LE(22) };
    const start = headerOffset + HEADER_BYTES + nameLength + extraLength;
    if (!isAgreed(source, entry, { local, extraOffset: start - extraLength, extraLength }))
        throw unsafe(source, `${entry.path} has another CRC or size in its local header`);
    checkEnd(source, entry, start + entry.compressedBytes);
    return start;
}
function isAgreed(source, entry, { local, extraOffset, extraLength }) {
    const isDeferred = (entry.flags & FLAG_DESCRIPTOR) !== 0;
    const fits = (value, right) => value === right || (isDeferred && value === 0);
    if (!fits(local.crc32, entry.crc32))
        return false;
    if (local.compressedBytes !== MAX_32 && local.sizeBytes !== MAX_32)
        return fits(local.compressedBytes, entry.compressedBytes) && fits(local.sizeBytes, entry.sizeBytes);
    const [sizeBytes, compressedBytes] = zip64Sizes(source.read(extraOffset, extraLength));
    return sizeBytes !== undefined && compressedBytes !== undefined && fits(Number(sizeBytes), entry.sizeBytes) && fits(Number(compressedBytes), entry.compressedBytes);
}
function zip64Sizes(extra) {
    for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
        if (extra.readUInt16LE(at) === 1 && extra.readUInt16LE(at + 2) >= 16 && at + 20 <= extra.length)
            return [extra.readBigUInt64LE(at + 4), extra.readBigUInt64LE(at + 12)];
    }
    return [];
}
function checkEnd(source, entry, dataEnd) {
    const restBytes = entry.endOffset - dataEnd;
    if (restBytes < 0)
        throw unsafe(source, `${entry.path} overlaps what follows it in the archive`);
    const isDeferred = (entry.flags & FLAG_DESCRIPTOR) !== 0;
    if (!isDeferred && restBytes === 0)
        return;
    if (isDeferred && [12, 16, 20, 24].includes(restBytes) && isDescriptor(source.read(dataEnd, restBytes), entry))
        return;
    throw unsafe(source, isDeferred ? `${entry.path} has no data descriptor that fits` : `${restBytes} bytes stand behind ${entry.path} that belong to no entry`);
}
function isDescriptor(descriptor, entry) {
    const isSigned = descriptor.length % 8 === 0;
    if (isSigned && descriptor.readUInt32LE(0) !== DESCRIPTOR_SIGNATURE)
        return false;
    const fields = isSigned ? descriptor.subarray(4) : descriptor;
    if (fields.readUInt32LE(0) !== entry.crc32)
        return false;
    if (fields.length === 12)
        return fields.readUInt32LE(4) === entry.compressedBytes && fields.readUInt32LE(8) === entry.sizeBytes;
    return fields.readBigUInt64LE(4) === BigInt(entry.compressedBytes) && fields.readBigUInt64LE(12) === BigInt(entry.sizeBytes);
}

;// CONCATENATED MODULE: ./build/archive/entry-data.js





const CHUNK_BYTES = 256 << 10;
function readEntry(source, entry, inflater) {
    const compressed = source.read(dataOffset(source, entry), entry.compressedBytes);
    const content = entry.method === 'stored' ? compressed : inflater === undefined ? inflateWhole(source, entry, compressed) : reinflate(source, entry, { compressed, inflater });
    assertContent(source, entry, { sizeBytes: content.length, crc: (0,external_node_zlib_.crc32)(content) });
    return content;
}
function reinflate(source, entry, { compressed, inflater }) {
    let inflated;
    try {
        inflated = inflater.whole(compressed, entry.sizeBytes);
    }
    catch (error) {
        throw inflateError(source, entry, error);
    }
    if (inflated === undefined)
        throw tooLarge(source, entry);
    assertConsumed(source, entry, inflated.consumedBytes);
    return inflated.content;
}
function inflateWhole(source, entry, compressed) {
    let inflated;
    try {
        const options = { maxOutputLength: Math.max(1, entry.sizeBytes), chunkSize: inflateChunk(entry.sizeBytes), info: true };
        inflated = (0,external_node_zlib_.inflateRawSync)(compressed, options);
    }
    catch (error) {
        throw inflateError(source, entry, error);
    }
    assertConsumed(source, entry, inflated.engine.bytesWritten);
    return inflated.buffer;
}
function inflateChunk(sizeBytes) {
    return Math.max(64, sizeBytes + 1);
}
async function* streamEntry(source, entry, inflater) {
    let sizeBytes = 0;
    let crc = 0;
    const pieces = entry.method === 'stored' ? storedPieces(source, entry) : inflater === undefined ? inflatedPieces(source, entry) : reinflatedPieces(source, entry, inflater);
    for await (const piece of pieces) {
        sizeBytes += piece.length;
        if (sizeBytes > entry.sizeBytes)
            throw tooLarge(source, entry);
        crc = (0,external_node_zlib_.crc32)(piece, crc);
        yield piece;
    }
    assertContent(source, entry, { sizeBytes, crc });
}
function* storedPieces(source, entry) {
    const start = dataOffset(source, entry);
    for (let offset = 0; offset < entry.compressedBytes; offset += CHUNK_BYTES) {
        yield source.read(start + offset, Math.min(CHUNK_BYTES, entry.compressedBytes - offset));
    }
}
function* reinflatedPieces(source, entry, inflater) {
    let consumedBytes;
    try {
        consumedBytes = yield* inflater.pieces(storedPieces(source, entry));
    }
    catch (error) {
        throw errors_systemErrorCode(error)?.startsWith('Z_') === true ? inflateError(source, entry, error) : error;
    }
    assertConsumed(source, entry, consumedBytes);
}
async function* inflatedPieces(source, entry) {
    const inflater = (0,external_node_zlib_.createInflateRaw)({ chunkSize: CHUNK_BYTES });
    const feed = async () => {
        for (const piece of storedPieces(source, entry)) {
            if (!inflater.write(Buffer.from(piece)))
                await (0,external_node_events_.once)(inflater, 'drain');
        }
        inflater.end();
    };
    const fed = feed();
    fed.catch((error) => inflater.destroy(error));
    try {
        for await (const piece of inflater)
            yield piece;
    }
    catch (error) {
        throw errors_systemErrorCode(error)?.startsWith('Z_') === true ? inflateError(source, entry, error) : error;
    }
    finally {
        inflater.destroy();
    }
    assertConsumed(source, entry, inflater.bytesWritten);
}
function inflateError(source, entry, error) {
    return errors_systemErrorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(source, entry) : invalid(source, `${entry.path} cannot be inflated (${error.message})`);
}
function tooLarge(source, entry) {
    return unsafe(source, `${entry.path} holds more than the ${entry.sizeBytes} bytes it declares`);
}
function assertConsumed(source, entry, consumedBytes) {
    if (consumedBytes < entry.compressedBytes)
        throw unsafe(source, `${entry.path} has ${entry.compressedBytes - consumedBytes} bytes behind its compressed data`);
}
function assertContent(source, entry, got) {
    if (got.sizeBytes !== entry.sizeBytes)
        throw invalid(source, `${entry.path} has ${got.sizeBytes} bytes, declared are ${entry.sizeBytes}`);
    if (got.crc !== entry.crc32)
        throw invalid(source, `${entry.path} has a wrong CRC-32`);
}

;// CONCATENATED MODULE: ./build/kernel/hash.js
const HASH_ALGORITHMS = ['sha256', 'sha512', 'sha384', 'sha224', 'sha1', 'md5'];
const DIGEST_BYTES = { sha256: 32, sha512: 64, sha384: 48, sha224: 28, sha1: 20, md5: 16 };
function isSameHash(one, other) {
    return one.algorithm === other.algorithm && one.hex.toLowerCase() === other.hex.toLowerCase();
}
function toSha256(hex) {
    const lower = hex.toLowerCase();
    return /^[0-9a-f]{64}$/.test(lower) ? lower : undefined;
}
function isHashAlgorithm(name) {
    return HASH_ALGORITHMS.includes(name);
}

;// CONCATENATED MODULE: ./build/standards/csv.js
const QUOTE = '"';
function parseCsv(text) {
    const rows = [];
    let at = 0;
    let line = 1;
    while (at < text.length) {
        const end = rowEnd(text, at);
        const plain = text.slice(at, end);
        const row = plain.includes(QUOTE) ? readQuotedRow(text, at) : { fields: plain === '' ? [] : plain.split(','), end, lines: 0 };
        rows.push({ fields: row.fields, line });
        line += row.lines + 1;
        at = afterLineEnd(text, row.end);
    }
    return rows;
}
function formatCsvRow(fields) {
    return fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll(QUOTE, '""')}"` : field)).join(',');
}
function rowEnd(text, from) {
    const lineEnd = /[\r\n]/g;
    lineEnd.lastIndex = from;
    return lineEnd.exec(text)?.index ?? text.length;
}
function afterLineEnd(text, end) {
    return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}
function readQuotedRow(text, from) {
    const fields = [];
    let at = from;
    let lines = 0;
    for (;;) {
        const field = text.charAt(at) === QUOTE ? readQuotedField(text, at + 1) : readPlainField(text, at);
        fields.push(field.value);
        lines += field.lines;
        at = field.end;
        if (text.charAt(at) !== ',')
            return { fields, end: at, lines };
        at += 1;
    }
}
function readPlainField(text, from) {
    let end = from;
    while (end < text.length && !',\r\n'.includes(text.charAt(end)))
        end += 1;
    return { value: text.slice(from, end), end, lines: 0 };
}
function readQuotedField(text, from) {
    let value = '';
    let at = from;
    for (;;) {
        const quote = text.indexOf(QUOTE, at);
        if (quote === -1)
            return quotedField(value + text.slice(at), text.length);
        value += text.slice(at, quote);
        at = quote + 1;
        if (text.charAt(at) !== QUOTE)
            break;
        value += QUOTE;
        at += 1;
    }
    const rest = readPlainField(text, at);
    return quotedField(value, rest.end, rest.value);
}
function quotedField(value, end, rest = '') {
    return { value: value + rest, end, lines: value.split(/\r\n|\r|\n/).length - 1 };
}

;// CONCATENATED MODULE: ./build/standards/record.js



function parseRecord(text) {
    const rows = [];
    const faults = [];
    for (const { fields, line } of parseCsv(text)) {
        const path = fields[0] ?? '';
        if (fields.length === 0)
            continue;
        const add = (message) => void faults.push({ line, path, message });
        if (path === '')
            add('the row has no path');
        else
            rows.push({ path, hash: readHash(fields[1] ?? '', add), sizeBytes: readSize(fields[2] ?? '', add) });
        if (fields.length > 3)
            add('the row has more than three elements');
    }
    return { rows, faults };
}
function formatRecord(rows) {
    const columns = rows.map(columnsOf);
    const compare = rows.some((row) => /[\ud800-\udfff]/.test(row.path)) ? compareCodePoints : compareUnits;
    columns.sort((left, right) => compare(left[0], right[0]) || compareUnits(left[1], right[1]) || compareUnits(left[2], right[2]));
    return columns.map(([path, hash, size]) => `${formatCsvRow([path])},${hash},${size}\r\n`).join('');
}
function columnsOf({ path, hash, sizeBytes }) {
    return [path, hash === undefined ? '' : formatRecordHash(hash), sizeBytes?.toString() ?? ''];
}
function compareUnits(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}
function formatRecordHash(hash) {
    return `${hash.algorithm}=${Buffer.from(hash.hex, 'hex').toString('base64url')}`;
}
function parseRecordHash(text) {
    const separator = text.indexOf('=');
    const algorithm = text.slice(0, separator).toLowerCase();
    if (separator === -1 || !isHashAlgorithm(algorithm))
        return undefined;
    const digest = text.slice(separator + 1);
    if (!/^[\w-]+={0,2}$/.test(digest))
        return undefined;
    const bytes = Buffer.from(digest, 'base64url');
    return bytes.length === DIGEST_BYTES[algorithm] ? { algorithm, hex: bytes.toString('hex') } : undefined;
}
function readHash(text, fault) {
    if (text === '')
        return undefined;
    const hash = parseRecordHash(text);
    if (hash === undefined)
        fault(`the digest ${quoted(text)} cannot be read`);
    else if (text.endsWith('='))
        fault('the digest is padded');
    return hash;
}
function readSize(text, fault) {
    if (text === '')
        return undefined;
    const size = /^\d{1,15}$/.test(text) ? Number(text) : undefined;
    if (size === undefined)
        fault(`the size ${quoted(text)} is not a number`);
    return size;
}

;// CONCATENATED MODULE: ./build/workers/tasks/record-check.js


function isUnhashed(path, distInfo) {
    return path.startsWith(`${distInfo}/RECORD`) && ['', '.jws', '.p7s'].includes(path.slice(distInfo.length + '/RECORD'.length));
}
const PERMITTED = ['sha256', 'sha384', 'sha512'];
const NAMED = 3;
function checkRecord(text, distInfo) {
    return new HeldRecord(text, distInfo);
}
class HeldRecord {
    #distInfo;
    #rows = new Map();
    #unreadable;
    #unreadablePaths;
    #twice = [];
    #seen = new Set();
    #found = { unlisted: [], unhashed: [], weak: [], wrong: [] };
    constructor(text, distInfo) {
        const { rows, faults } = parseRecord(text);
        this.#distInfo = distInfo;
        this.#unreadable = faults;
        this.#unreadablePaths = new Set(faults.map(({ path }) => path));
        for (const row of rows) {
            if (row.path.endsWith('/'))
                continue;
            if (this.#rows.has(row.path))
                this.#twice.push(row.path);
            this.#rows.set(row.path, row);
        }
    }
    algorithm(path) {
        const algorithm = this.#rows.get(path)?.hash?.algorithm ?? 'sha256';
        return PERMITTED.includes(algorithm) ? algorithm : 'sha256';
    }
    compare(path, hash, sizeBytes) {
        this.#seen.add(path);
        const row = this.#rows.get(path);
        if (row === undefined)
            this.#found.unlisted.push(path);
        else if (row.sizeBytes !== undefined && row.sizeBytes !== sizeBytes)
            this.#found.wrong.push(path);
        else if (row.hash === undefined) {
            if (!this.#unreadablePaths.has(path))
                this.#found.unhashed.push(path);
        }
        else if (!PERMITTED.includes(row.hash.algorithm))
            this.#found.weak.push(path);
        else if (row.hash.hex !== hash.hex)
            this.#found.wrong.push(path);
    }
    faults() {
        const absent = [...this.#rows.keys()].filter((path) => !this.#seen.has(path) && !isUnhashed(path, this.#distInfo));
        return [
            ...summarize('cannot be read everywhere:', this.#unreadable.map((fault) => `line ${fault.line}: ${fault.message}`)),
            ...summarize('does not list', this.#found.unlisted),
            ...summarize('has no hash for', this.#found.unhashed),
            ...summarize('has a hash of a weak kind for', this.#found.weak),
            ...summarize('has a wrong hash or size for', this.#found.wrong),
            ...summarize('lists more than once', this.#twice),
            ...summarize('lists what the archive does not have:', absent),
        ];
    }
}
function summarize(what, items) {
    if (items.length === 0)
        return [];
    const more = items.length > NAMED ? ` and ${items.length - NAMED} more` : '';
    return [`${what} ${items.slice(0, NAMED).join(', ')}${more}`];
}
function refuseFaults(label, faults) {
    if (faults.length === 0)
        return;
    throw new UserError('record-invalid', `the RECORD of ${label} ${faults[0]}`, {
        details: faults.slice(1).map((fault) => `it ${fault}`),
        hint: 'tell the project that published it; without --strict-record the wheel is installed with a corrected RECORD',
    });
}

;// CONCATENATED MODULE: ./build/workers/tasks/stage-entry.js






const STREAM_ABOVE_BYTES = 512 << 10;
function stageEntry(stage, item, context) {
    const { entry } = item;
    const info = infoName(stage, entry.path);
    if (info === 'RECORD' || linkEntry(stage, item))
        return undefined;
    if (Math.max(entry.sizeBytes, entry.compressedBytes) > STREAM_ABOVE_BYTES)
        return streamToStage(stage, item, context);
    const content = stage.known.get(info) ?? readEntry(stage.source, entry, stage.inflater);
    if (!entry.isDirectory)
        stageContent(stage, item, content);
    return undefined;
}
function linkEntry(stage, { entry, place, recordPath }) {
    const { tree, record } = stage;
    const sha256 = tree?.sha256(entry.path);
    if (tree === undefined || sha256 === undefined || record.algorithm(entry.path) !== 'sha256' || stage.staged.has(stagedPath(stage, place)))
        return false;
    const to = stagedPath(stage, place);
    const kind = kindOf(entry.executable, place);
    stage.writing = to;
    const linked = stage.writer.link(to, kind, (mode) => tree.link(entry.path, to, { sizeBytes: entry.sizeBytes, mode }));
    if (linked === undefined)
        return false;
    const hash = { algorithm: 'sha256', hex: sha256 };
    record.compare(entry.path, hash, entry.sizeBytes);
    stage.staged.set(to, sha256);
    noteFile(stage, { place, recordPath, hash, sha256, sizeBytes: entry.sizeBytes });
    return true;
}
function stageContent(stage, { entry, place, recordPath }, content) {
    const isSigned = isUnhashed(entry.path, stage.roots.distInfo);
    const hash = isSigned ? undefined : hashOf(content, stage.record.algorithm(entry.path));
    if (hash !== undefined)
        stage.record.compare(entry.path, hash, content.length);
    if (isLeftOut(stage, entry.path, place))
        return;
    const rewritten = place.scheme === 'scripts' ? withShebang(content, stage.request.python.path) : undefined;
    const finalHash = rewritten === undefined ? hash : hashOf(rewritten, 'sha256');
    const final = rewritten ?? content;
    const sha256 = finalHash?.algorithm === 'sha256' ? finalHash.hex : hashOf(final, 'sha256').hex;
    if (!claimPath(stage, { entryPath: entry.path, place, sha256 }))
        return;
    stage.writer.write(stage.writing, final, kindOf(entry.executable, place));
    if (!isSigned && rewritten === undefined)
        stage.tree?.add(entry.path, { path: stage.writing, sha256, executable: kindOf(entry.executable, place) === 'executable' });
    noteFile(stage, { place, recordPath, hash: finalHash, sha256, sizeBytes: final.length });
}
async function streamToStage(stage, item, context) {
    const { entry, place, recordPath } = item;
    const algorithm = stage.record.algorithm(entry.path);
    const published = (0,external_node_crypto_.createHash)(algorithm);
    const final = (0,external_node_crypto_.createHash)('sha256');
    const isKept = !isLeftOut(stage, entry.path, place);
    const file = isKept && claimPath(stage, { entryPath: entry.path, place, sha256: undefined }) ? stage.writer.open(stage.writing, kindOf(entry.executable, place)) : undefined;
    let sizeBytes = 0;
    let isRewritten = false;
    try {
        for await (const piece of streamEntry(stage.source, entry, stage.inflater)) {
            published.update(piece);
            const rewritten = sizeBytes === 0 && place.scheme === 'scripts' ? withShebang(piece, stage.request.python.path) : undefined;
            isRewritten ||= rewritten !== undefined;
            const written = rewritten ?? piece;
            if (algorithm !== 'sha256' || isRewritten)
                final.update(written);
            file?.append(written);
            sizeBytes += written.length;
            const pause = context.breathe();
            if (pause !== undefined)
                await pause;
        }
    }
    finally {
        file?.close();
    }
    const hash = { algorithm, hex: published.digest('hex') };
    stage.record.compare(entry.path, hash, entry.sizeBytes);
    const sha256 = algorithm === 'sha256' && !isRewritten ? hash.hex : final.digest('hex');
    if (file !== undefined && !isRewritten)
        stage.tree?.add(entry.path, { path: stagedPath(stage, place), sha256, executable: kindOf(entry.executable, place) === 'executable' });
    if (file !== undefined)
        noteFile(stage, { place, recordPath, hash: isRewritten ? { algorithm: 'sha256', hex: sha256 } : hash, sha256, sizeBytes });
}
const INSTALLERS_OWN = ['INSTALLER', 'REQUESTED', 'direct_url.json'];
function isLeftOut(stage, entryPath, place) {
    if (place.scheme === 'scripts')
        return isEntryPointWrapper(external_node_path_.posix.basename(place.path), stage.scripts.published);
    const info = infoName(stage, entryPath);
    if (!INSTALLERS_OWN.includes(info))
        return false;
    stage.warnings.push(`${stage.request.label} ships ${info}, which is the installer's to write: left out`);
    return true;
}
function infoName(stage, path) {
    const { distInfo } = stage.roots;
    return path.startsWith(distInfo) && path[distInfo.length] === '/' ? path.slice(distInfo.length + 1) : '';
}
function claimPath(stage, claim) {
    const path = stagedPath(stage, claim.place);
    if (stage.staged.has(path)) {
        if (claim.sha256 !== undefined && stage.staged.get(path) === claim.sha256)
            return false;
        throw new UserError('wheel-invalid', `${stage.request.label} has two files for ${claim.place.path}, one of them ${claim.entryPath}`, { hint: 'tell the project that published it' });
    }
    stage.staged.set(path, claim.sha256);
    stage.writing = path;
    return true;
}
function stagedPath(stage, place) {
    return `${stage.request.stageDir}/${stage.parts[place.scheme]}/${place.path}`;
}
function noteFile(stage, file) {
    stage.files.push({ scheme: stage.parts[file.place.scheme], path: file.place.path, sizeBytes: file.sizeBytes, sha256: file.sha256 });
    stage.rows.push({ path: file.recordPath, hash: file.hash, sizeBytes: file.hash === undefined ? undefined : file.sizeBytes });
}
function hashOf(content, algorithm) {
    return { algorithm, hex: (0,external_node_crypto_.hash)(algorithm, content, 'hex') };
}
function kindOf(isExecutable, place) {
    return isExecutable || place.scheme === 'scripts' ? 'executable' : 'plain';
}

;// CONCATENATED MODULE: ./build/workers/tasks/stage-generated.js





function judgeRecord({ request, record, warnings }) {
    const faults = record.faults();
    if (request.strictRecord)
        refuseFaults(request.label, faults);
    if (faults.length > 0)
        warnings.push(`the RECORD of ${request.label} ${faults.join('; it ')}. The installed RECORD is right`);
}
function generateFiles(stage) {
    const { request, roots, rootScheme } = stage;
    for (const script of stage.scripts.generated)
        generate(stage, { scheme: 'scripts', path: script.name }, scriptText(script, request.python), 'script');
    const info = (name) => ({ scheme: rootScheme, path: `${roots.distInfo}/${name}` });
    generate(stage, info('INSTALLER'), `${request.installer}\n`);
    if (request.requested)
        generate(stage, info('REQUESTED'), '');
    if (request.directUrl !== undefined)
        generate(stage, info('direct_url.json'), request.directUrl);
    const record = info('RECORD');
    noteFile(stage, { place: record, recordPath: stage.recordPath(record), hash: undefined, sha256: undefined, sizeBytes: 0 });
    stage.writing = stagedPath(stage, record);
    stage.writer.write(stage.writing, Buffer.from(formatRecord(stage.rows)), 'plain');
}
function generate(stage, place, text, kind = 'plain') {
    const content = Buffer.from(text);
    const hash = hashOf(content, 'sha256');
    const path = stagedPath(stage, place);
    if (stage.staged.has(path)) {
        throw new UserError('wheel-invalid', `${stage.request.label} ships ${place.path}, which is also made for one of its entry points`, { hint: 'tell the project that published it' });
    }
    stage.staged.set(path, hash.hex);
    stage.writing = path;
    stage.writer.write(path, content, kind);
    noteFile(stage, { place, recordPath: stage.recordPath(place), hash, sha256: hash.hex, sizeBytes: content.length });
}

;// CONCATENATED MODULE: ./build/kernel/disk-error.js

function diskError(error, facts) {
    const code = errors_systemErrorCode(error);
    const kind = code === undefined ? undefined : KINDS[code];
    if (kind === undefined)
        return error;
    const space = kind.code === 'disk-full' ? facts.space?.() : kind.hint === FILES ? openFilesAllowed() : undefined;
    const message = `${facts.doing} failed: ${kind.words}${space === undefined ? '' : ` (${space})`}: ${errors_messageOf(error)}${facts.outcome ?? ''}`;
    return new UserError(kind.code, message, { ...(kind.hint === undefined ? {} : { hint: kind.hint }), cause: error });
}
function limitError(error) {
    if (isUserError(error))
        return error;
    const text = `${systemErrorCode(error) ?? ''} ${messageOf(error)}`;
    const code = /\bENFILE\b/.test(text) ? 'ENFILE' : /\bEMFILE\b|too many open files/.test(text) ? 'EMFILE' : undefined;
    return code === undefined ? error : diskError(Object.assign(new Error(messageOf(error), { cause: error }), { code }), { doing: 'the run', outcome: '; the environment is as it was' });
}
function openFilesAllowed() {
    try {
        const report = process.report.getReport();
        const soft = report.userLimits?.open_files?.soft;
        return soft === undefined ? undefined : `${soft} are allowed`;
    }
    catch {
        return undefined;
    }
}
const WRITABLE = 'use a virtual environment (--venv DIR), --target DIR, or a user who may write there';
const FILES = 'allow more open files (ulimit -n), or do less at once (--jobs 4)';
const KINDS = {
    ENOSPC: { code: 'disk-full', words: 'the disk is full', hint: 'free some space, or install to another disk' },
    EDQUOT: { code: 'disk-full', words: 'the disk quota is used up', hint: 'free some space, or install to another disk' },
    EACCES: { code: 'target-readonly', words: 'permission denied', hint: WRITABLE },
    EPERM: { code: 'target-readonly', words: 'not permitted', hint: WRITABLE },
    EROFS: { code: 'target-readonly', words: 'the file system is read-only', hint: WRITABLE },
    ENAMETOOLONG: { code: 'path-too-long', words: 'a name is longer than the file system allows', hint: 'install to a folder with a shorter path' },
    EMFILE: { code: 'install-failed', words: 'too many files are open', hint: FILES },
    ENFILE: { code: 'install-failed', words: 'the system has too many files open', hint: FILES },
    EIO: { code: 'install-failed', words: 'the disk failed' },
    EBUSY: { code: 'install-failed', words: 'a file is in use' },
    EXDEV: { code: 'install-failed', words: 'its parts lie on different disks' },
};
function formatBytes(bytes) {
    const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
    const exponent = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
    const value = bytes / 1000 ** exponent;
    return `${value < 10 && exponent > 0 ? value.toFixed(1) : Math.round(value)} ${units[exponent] ?? ''}`;
}

;// CONCATENATED MODULE: ./build/workers/tasks/stage-limits.js




function checkSpace(label, stageDir, needs) {
    const free = freeSpace(stageDir);
    if (free === undefined)
        return;
    if (free.bytes < needs.sizeBytes) {
        throw new UserError('disk-full', `there is no space to unpack ${label}: it needs ${formatBytes(needs.sizeBytes)}, ${formatBytes(free.bytes)} are free on the disk of ${stageDir}`, {
            hint: 'free some space, or install to another disk',
        });
    }
    if (free.files !== undefined && free.files < needs.fileCount) {
        throw new UserError('disk-full', `there is no space to unpack ${label}: it needs ${needs.fileCount} files, the disk of ${stageDir} can take ${free.files} more`, {
            hint: 'remove some files, or install to another disk',
        });
    }
}
function freeSpace(path) {
    let folder = path;
    while (!(0,external_node_fs_.existsSync)(folder) && (0,external_node_path_.dirname)(folder) !== folder)
        folder = (0,external_node_path_.dirname)(folder);
    try {
        const facts = (0,external_node_fs_.statfsSync)(folder);
        return { bytes: facts.bavail * facts.bsize, files: facts.files > 0 ? facts.ffree : undefined };
    }
    catch {
        return undefined;
    }
}
const LONGEST_PATH = { linux: 4096, darwin: 1024, win32: 32767 };
function checkPathLengths(label, places, folders) {
    const longest = LONGEST_PATH[process.platform] ?? 1024;
    for (const { scheme, path } of places) {
        const most = 3 * path.length + 3 * folders[scheme].length + 2;
        if (most < longest)
            continue;
        const bytes = Buffer.byteLength(folders[scheme]) + 1 + Buffer.byteLength(path) + 1;
        if (bytes > longest) {
            throw new UserError('path-too-long', `${label} cannot be installed to ${folders[scheme]}: ${path} would have a path of ${bytes - 1} bytes, ${longest - 1} are possible`, {
                hint: 'install to a folder with a shorter path',
            });
        }
    }
}

;// CONCATENATED MODULE: ./build/archive/source.js



const WINDOW_BYTES = 512 << 10;
function openArchiveFile(path, label) {
    const fd = (0,external_node_fs_.openSync)(path, 'r');
    const sizeBytes = (0,external_node_fs_.fstatSync)(fd).size;
    let memory = Buffer.allocUnsafeSlow(0);
    let window = memory;
    let windowStart = 0;
    const fill = (offset, length) => {
        const wanted = Math.min(Math.max(length, WINDOW_BYTES), sizeBytes - offset);
        if (memory.length < wanted) {
            release(memory);
            memory = Buffer.allocUnsafeSlow(wanted);
        }
        const target = memory.subarray(0, wanted);
        let filled = 0;
        while (filled < wanted) {
            const count = (0,external_node_fs_.readSync)(fd, target, filled, wanted - filled, offset + filled);
            if (count === 0)
                break;
            filled += count;
        }
        window = target.subarray(0, filled);
        windowStart = offset;
    };
    return {
        label,
        sizeBytes,
        read: (offset, length) => {
            assertInside({ label, sizeBytes }, offset, length);
            if (offset < windowStart || offset + length > windowStart + window.length)
                fill(offset, length);
            return window.subarray(offset - windowStart, offset - windowStart + length);
        },
        close: () => {
            (0,external_node_fs_.closeSync)(fd);
            release(memory);
        },
    };
}
function memoryArchive(label, bytes, part = { offset: 0, totalBytes: bytes.length }) {
    return {
        label,
        sizeBytes: part.totalBytes,
        read: (offset, length) => {
            assertInside({ label, sizeBytes: part.totalBytes }, offset, length);
            if (offset < part.offset || offset + length > part.offset + bytes.length)
                throw new MissingBytes(offset, length);
            return bytes.subarray(offset - part.offset, offset - part.offset + length);
        },
    };
}
class MissingBytes extends Error {
    offset;
    length;
    constructor(offset, length) {
        super(`bytes ${offset}-${offset + length - 1} are not here`);
        this.offset = offset;
        this.length = length;
    }
}
function assertInside(archive, offset, length) {
    if (offset < 0 || length < 0 || offset + length > archive.sizeBytes) {
        throw new UserError('archive-invalid', `${archive.label} is truncated: bytes ${offset} to ${offset + length} are needed, it has ${archive.sizeBytes}`);
    }
}

// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __nccwpck_require__(663);
;// CONCATENATED MODULE: ./build/standards/safe-path.js

const LONGEST_SEGMENT = 255;
const CONTROL = /[\x00-\x1f\x7f]/;
const ASCII = /^[\x00-\x7f]*$/;
const WINDOWS_CHARACTERS = /[<>:"|?*]/;
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])\s*(?:\.|$)/i;
function parseSafePath(name, rules = { windows: false }) {
    const whole = wholeNameFault(name);
    if (whole !== undefined)
        return notParsed(whole);
    let offset = 0;
    for (const segment of name.split('/')) {
        const fault = segmentFault(segment) ?? (rules.windows ? windowsFault(segment) : undefined);
        if (fault !== undefined)
            return notParsed(fault, offset);
        offset += segment.length + 1;
    }
    return parsed(name);
}
function foldKey(path) {
    if (ASCII.test(path))
        return path.toLowerCase();
    return path.normalize('NFD').toLowerCase().toUpperCase().toLowerCase().normalize('NFC');
}
function wholeNameFault(name) {
    if (name === '')
        return 'the name is empty';
    if (name.includes('\0'))
        return 'the name contains a NUL character';
    if (CONTROL.test(name))
        return 'the name contains a control character';
    if (!name.isWellFormed())
        return 'the name is not valid Unicode';
    if (name.startsWith('//') || name.startsWith('\\\\'))
        return 'the name is a network path';
    if (name.startsWith('/'))
        return 'the name is an absolute path';
    if (name.includes('\\'))
        return 'the name contains a backslash';
    if (/^[A-Za-z]:/.test(name))
        return 'the name starts with a drive letter';
    return undefined;
}
function segmentFault(segment) {
    if (segment === '')
        return 'the name has an empty segment';
    if (segment === '..')
        return 'the name leads out of its folder';
    if (segment === '.')
        return 'the name has a segment "."';
    if (isTooLong(segment))
        return `a segment of the name is longer than ${LONGEST_SEGMENT} bytes`;
    return undefined;
}
function isTooLong(segment) {
    return segment.length * 3 > LONGEST_SEGMENT && Buffer.byteLength(segment) > LONGEST_SEGMENT;
}
function windowsFault(segment) {
    if (WINDOWS_CHARACTERS.test(segment))
        return 'the name contains a character that Windows forbids';
    if (/[. ]$/.test(segment))
        return 'a segment of the name ends with a dot or a space, which Windows drops';
    if (WINDOWS_DEVICE.test(segment))
        return 'a segment of the name is a device on Windows';
    return undefined;
}

;// CONCATENATED MODULE: ./build/archive/frame.js

const END_BYTES = 22;
const END_SIGNATURE = 0x06054b50;
const LOCATOR_BYTES = 20;
const LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_BYTES = 56;
const ZIP64_SIGNATURE = 0x06064b50;
const LONGEST_COMMENT = 0xffff;
const MAX_16 = 0xffff;
const frame_MAX_32 = 0xffffffff;
function readFrame(source) {
    const endOffset = findEnd(source);
    const end = source.read(endOffset, END_BYTES);
    const plain = {
        entriesHere: end.readUInt16LE(8),
        entries: end.readUInt16LE(10),
        directoryBytes: end.readUInt32LE(12),
        directoryOffset: end.readUInt32LE(16),
    };
    if (end.readUInt16LE(4) !== end.readUInt16LE(6))
        throw invalid(source, 'it is one part of an archive of several');
    const wide = readZip64(source, endOffset);
    const counts = wide === undefined ? plain : agreed(source, plain, wide);
    const directoryEnd = wide === undefined ? endOffset : endOffset - LOCATOR_BYTES - ZIP64_BYTES;
    if (counts.entriesHere !== counts.entries)
        throw invalid(source, 'it is one part of an archive of several');
    const between = directoryEnd - counts.directoryOffset - counts.directoryBytes;
    if (between > 0)
        throw unsafe(source, `${between} bytes stand before the archive or behind its directory`);
    if (between < 0)
        throw invalid(source, 'its directory reaches into its end record');
    return { directoryOffset: counts.directoryOffset, directoryEnd, entryCount: counts.entries, endOffset };
}
function findEnd(source) {
    if (source.sizeBytes < END_BYTES)
        throw invalid(source, 'it is too short to be a zip archive');
    const last = source.sizeBytes - END_BYTES;
    const record = source.read(last, END_BYTES);
    if (record.readUInt32LE(0) === END_SIGNATURE && record.readUInt16LE(20) === 0)
        return last;
    const start = Math.max(0, last - LONGEST_COMMENT);
    const tail = source.read(start, source.sizeBytes - start);
    const signature = Buffer.from([0x50, 0x4b, 5, 6]);
    const found = tail.lastIndexOf(signature);
    if (found === -1)
        throw invalid(source, 'it has no end record: it is no zip archive, or cut off');
    if (found + END_BYTES > tail.length)
        throw invalid(source, 'its end record is cut off');
    const rest = tail.length - found - END_BYTES - tail.readUInt16LE(found + 20);
    if (rest > 0)
        throw unsafe(source, `${rest} bytes stand behind its end`);
    if (rest < 0)
        throw invalid(source, 'its comment is cut off');
    return start + found;
}
function readZip64(source, endOffset) {
    const locatorOffset = endOffset - LOCATOR_BYTES;
    if (locatorOffset < 0 || source.read(locatorOffset, 4).readUInt32LE(0) !== LOCATOR_SIGNATURE)
        return undefined;
    const recordOffset = locatorOffset - ZIP64_BYTES;
    const locator = source.read(locatorOffset, LOCATOR_BYTES);
    const isAdjacent = recordOffset >= 0 && locator.readBigUInt64LE(8) === BigInt(recordOffset);
    if (!isAdjacent || locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) > 1)
        throw unsafe(source, 'its zip64 end record is not where it should be');
    const record = source.read(recordOffset, ZIP64_BYTES);
    if (record.readUInt32LE(0) !== ZIP64_SIGNATURE || record.readBigUInt64LE(4) !== BigInt(ZIP64_BYTES - 12))
        throw unsafe(source, 'its zip64 end record cannot be read');
    if (record.readUInt32LE(16) !== 0 || record.readUInt32LE(20) !== 0)
        throw invalid(source, 'it is one part of an archive of several');
    return {
        entriesHere: toNumber(source, record.readBigUInt64LE(24)),
        entries: toNumber(source, record.readBigUInt64LE(32)),
        directoryBytes: toNumber(source, record.readBigUInt64LE(40)),
        directoryOffset: toNumber(source, record.readBigUInt64LE(48)),
    };
}
function agreed(source, plain, wide) {
    const agrees = (small, large, max) => small === max || small === large;
    const isAgreed = agrees(plain.entries, wide.entries, MAX_16) && agrees(plain.entriesHere, wide.entriesHere, MAX_16) &&
        agrees(plain.directoryBytes, wide.directoryBytes, frame_MAX_32) && agrees(plain.directoryOffset, wide.directoryOffset, frame_MAX_32);
    if (!isAgreed)
        throw unsafe(source, 'its two end records name different directories');
    return wide;
}
function toNumber(source, value) {
    if (value > BigInt(Number.MAX_SAFE_INTEGER))
        throw invalid(source, 'a size in it is beyond all measure');
    return Number(value);
}

;// CONCATENATED MODULE: ./build/archive/directory.js







function readDirectory(source, rules = { windows: false }) {
    const frame = readFrame(source);
    const raw = parseDirectory(source, frame);
    const entries = raw.map((entry) => checkEntry(source, entry, rules)).sort((a, b) => a.headerOffset - b.headerOffset);
    refuseClashes(source, entries);
    return withEnds(source, entries, frame);
}
class SynchronousReader extends external_node_events_.EventEmitter {
    #source;
    #frame;
    constructor(source, frame) {
        super();
        this.#source = source;
        this.#frame = frame;
    }
    ref() { }
    unref() { }
    read(buffer, offset, length, position, callback) {
        try {
            const isSearch = position + length > this.#frame.endOffset;
            const start = isSearch ? Math.max(position, this.#frame.directoryEnd) : position;
            buffer.fill(0, offset, offset + start - position);
            this.#source.read(start, position + length - start).copy(buffer, offset + start - position);
        }
        catch (error) {
            return callback(error);
        }
        callback(null);
    }
}
function parseDirectory(source, frame) {
    const entries = [];
    let failure;
    const fail = (error) => {
        failure ??= error;
    };
    const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false };
    const reader = new SynchronousReader(source, frame);
    yauzl.fromRandomAccessReader(reader, source.sizeBytes, options, (error, zip) => {
        if (error !== null)
            return fail(error);
        zip.on('error', fail);
        zip.on('entry', (entry) => entries.push(entry));
        for (let count = 0; count < frame.entryCount && failure === undefined && entries.length === count; count += 1)
            zip.readEntry();
    });
    if (failure instanceof MissingBytes || errors_isUserError(failure))
        throw failure;
    if (failure !== undefined)
        throw invalid(source, errors_messageOf(failure));
    const headerBytes = entries.reduce((sum, entry) => sum + 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength, 0);
    if (entries.length !== frame.entryCount || headerBytes !== frame.directoryEnd - frame.directoryOffset) {
        throw unsafe(source, `its directory does not hold the ${frame.entryCount} entries that its end record declares`);
    }
    return entries;
}
const REFUSED = [[0x1, 'encrypted'], [0x20, 'a patch of another file'], [0x40, 'encrypted'], [0x2000, 'encrypted']];
const REFUSED_FLAGS = REFUSED.reduce((mask, [bit]) => mask | bit, 0);
function checkEntry(source, entry, rules) {
    const name = decodeName(source, entry);
    const isDirectory = name.endsWith('/');
    const safe = parseSafePath(isDirectory ? name.slice(0, -1) : name, rules);
    if (!safe.ok)
        throw unsafe(source, `the name ${JSON.stringify(name)} is refused: ${safe.message}`);
    const flag = REFUSED.find(([bit]) => (entry.generalPurposeBitFlag & bit) !== 0);
    if (flag !== undefined)
        throw unsafe(source, `${name} is ${flag[1]}`);
    const mode = entry.externalFileAttributes >>> 16;
    refuseSpecialFile(source, { name, isDirectory }, mode & 0o170000);
    if (isDirectory && entry.uncompressedSize !== 0)
        throw invalid(source, `the folder ${name} has content`);
    const method = methodOf(source, name, entry.compressionMethod);
    if (entry.uncompressedSize > mostBytes(method, entry.compressedSize))
        throw unsafe(source, `${name} declares ${entry.uncompressedSize} bytes, more than its data can hold`);
    return {
        path: safe.value,
        isDirectory,
        executable: (mode & 0o170000) === 0o100000 && (mode & 0o111) !== 0,
        method,
        crc32: entry.crc32,
        compressedBytes: entry.compressedSize,
        sizeBytes: entry.uncompressedSize,
        headerOffset: entry.relativeOffsetOfLocalHeader,
        flags: entry.generalPurposeBitFlag,
        rawName: entry.fileNameRaw,
    };
}
function mostBytes(method, compressedBytes) {
    return method === 'stored' ? compressedBytes : compressedBytes * 1032;
}
function decodeName(source, entry) {
    const isUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0;
    const plain = asciiName(entry.fileNameRaw) ?? yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, [], true);
    if (isUtf8 && plain.includes('\uFFFD'))
        throw unsafe(source, `the name ${JSON.stringify(plain)} is not UTF-8`);
    if (!entry.extraFields.some(({ id }) => id === 0x7075))
        return plain;
    const unicode = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
    if (unicode !== plain)
        throw unsafe(source, `one entry has two names, ${JSON.stringify(plain)} and ${JSON.stringify(unicode)}`);
    return plain;
}
function asciiName(raw) {
    const name = raw.toString('latin1');
    return /^[ -~]*$/.test(name) ? name : undefined;
}
function methodOf(source, name, method) {
    if (method === 0)
        return 'stored';
    if (method === 8)
        return 'deflated';
    const named = METHODS[method];
    throw invalid(source, `${name} is compressed with ${named ?? 'method'}${named === undefined ? ` ${method}` : ` (method ${method})`}; wheels use stored (0) or deflated (8)`);
}
const METHODS = { 1: 'shrink', 6: 'implode', 9: 'deflate64', 12: 'bzip2', 14: 'lzma', 20: 'zstd (deprecated number)', 93: 'zstd', 95: 'xz', 98: 'ppmd', 99: 'AES' };
const FILE_TYPES = { 0o120000: 'a symbolic link', 0o060000: 'a block device', 0o020000: 'a character device', 0o010000: 'a pipe', 0o140000: 'a socket' };
function refuseSpecialFile(source, entry, type) {
    if (type === 0 || type === (entry.isDirectory ? 0o040000 : 0o100000))
        return;
    if (type === 0o040000 || type === 0o100000)
        throw unsafe(source, `${entry.name} is a file by its ${entry.isDirectory ? 'mode' : 'name'} and a folder by its ${entry.isDirectory ? 'name' : 'mode'}`);
    throw unsafe(source, `${entry.name} is ${FILE_TYPES[type] ?? 'no regular file'}`);
}
function refuseClashes(source, entries) {
    const names = new Set();
    const folders = new Set();
    for (const { path } of entries) {
        if (names.has(path))
            throw unsafe(source, `${path} is in the archive twice`);
        names.add(path);
        for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            const folder = path.slice(0, slash);
            if (folders.has(folder))
                break;
            folders.add(folder);
        }
    }
    const clash = entries.find(({ path, isDirectory }) => !isDirectory && folders.has(path));
    if (clash !== undefined)
        throw unsafe(source, `${clash.path} is a file and a folder`);
}
function withEnds(source, entries, frame) {
    const start = entries[0]?.headerOffset ?? frame.directoryOffset;
    if (start !== 0)
        throw unsafe(source, `${start} bytes stand before its first entry`);
    return entries.map((entry, index) => ({ ...entry, endOffset: entries[index + 1]?.headerOffset ?? frame.directoryOffset }));
}

;// CONCATENATED MODULE: ./build/workers/tasks/stage-writer.js


function openStageWriter({ stageDir, umask }) {
    const makeFolder = folderMaker(stageDir);
    const create = (path, kind) => {
        makeFolder(folderOf(path));
        const mode = kind === 'plain' ? 0o666 : 0o777;
        const fd = (0,external_node_fs_.openSync)(path, 'wx', mode);
        const wanted = pipMode(kind, umask);
        if ((mode & ~umask) !== wanted)
            (0,external_node_fs_.fchmodSync)(fd, wanted);
        return fd;
    };
    return {
        write: (path, content, kind) => {
            const fd = create(path, kind);
            try {
                writeAll(fd, content);
            }
            finally {
                (0,external_node_fs_.closeSync)(fd);
            }
        },
        link: (path, kind, make) => {
            makeFolder(folderOf(path));
            return make(pipMode(kind, umask));
        },
        open: (path, kind) => {
            const fd = create(path, kind);
            return { append: (piece) => writeAll(fd, piece), close: () => (0,external_node_fs_.closeSync)(fd) };
        },
    };
}
function folderMaker(top) {
    const made = new Set();
    const make = (folder) => {
        if (made.has(folder))
            return;
        if (folder.length <= top.length)
            (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        else {
            make(folderOf(folder));
            makeOne(folder);
        }
        made.add(folder);
    };
    return make;
}
function makeOne(folder) {
    try {
        (0,external_node_fs_.mkdirSync)(folder);
    }
    catch (error) {
        if (errors_systemErrorCode(error) !== 'EEXIST')
            throw error;
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    }
}
function folderOf(path) {
    return path.slice(0, path.lastIndexOf('/'));
}
function pipMode(kind, umask) {
    switch (kind) {
        case 'plain':
            return 0o666 & ~umask;
        case 'executable':
            return (0o777 & ~umask) | 0o111;
        case 'script':
            return (0o666 & ~umask) | 0o555;
    }
}
function writeAll(fd, content) {
    for (let written = 0; written < content.length;)
        written += (0,external_node_fs_.writeSync)(fd, content, written);
}

;// CONCATENATED MODULE: ./build/standards/headers.js
const HEADER_LINE = /^(?:From |[\x21-\x39\x3b-\x7e]*:|[\t ])/;
function parseHeaders(text) {
    return headerBlock(text).headers;
}
function parseMessage(text) {
    const { headers, end } = headerBlock(text);
    return { headers, body: text.slice(end).replace(/^(?:\r\n|\r|\n)/, '') };
}
function headerBlock(text) {
    const headers = [];
    let open;
    let end = 0;
    const nextLine = /[^\r\n]*(?:\r\n|\r|\n|$)/y;
    while (nextLine.lastIndex < text.length) {
        const line = nextLine.exec(text)?.[0] ?? '';
        if (!HEADER_LINE.test(line))
            break;
        end = nextLine.lastIndex;
        if (line.startsWith(' ') || line.startsWith('\t')) {
            if (open !== undefined)
                open.value += line;
            continue;
        }
        if (open !== undefined)
            headers.push({ name: open.name, value: trimValue(open.value) });
        open = startHeader(line);
    }
    if (open !== undefined)
        headers.push({ name: open.name, value: trimValue(open.value) });
    return { headers, end };
}
function headerValue(headers, name) {
    return headerValues(headers, name)[0];
}
function headerValues(headers, name) {
    const wanted = name.toLowerCase();
    return headers.filter((header) => header.name.toLowerCase() === wanted).map((header) => header.value);
}
function headerTable(headers) {
    const table = new Map();
    for (const { name, value } of headers) {
        const key = name.toLowerCase();
        const values = table.get(key);
        if (values === undefined)
            table.set(key, [value]);
        else
            values.push(value);
    }
    return table;
}
function startHeader(line) {
    const colon = line.indexOf(':');
    if (colon < 1 || line.startsWith('From '))
        return undefined;
    return { name: line.slice(0, colon), value: line.slice(colon + 1) };
}
function trimValue(value) {
    let start = 0;
    let end = value.length;
    while (start < end && ' \t\r\n'.includes(value.charAt(start)))
        start += 1;
    while (end > start && '\r\n'.includes(value.charAt(end - 1)))
        end -= 1;
    return value.slice(start, end);
}

;// CONCATENATED MODULE: ./build/standards/wheel-file.js




const KNOWN_VERSION = [1, 0];
function parseWheelFile(text) {
    const headers = parseHeaders(text);
    const versionText = headerValue(headers, 'Wheel-Version');
    if (versionText === undefined)
        return notParsed('WHEEL is missing Wheel-Version');
    const wheelVersion = parseIntegers(pythonStrip(versionText));
    if (wheelVersion === undefined)
        return notParsed(`WHEEL has an invalid Wheel-Version: ${quoted(pythonStrip(versionText))}`);
    return parsed({
        wheelVersion,
        rootIsPurelib: headerValue(headers, 'Root-Is-Purelib')?.toLowerCase() === 'true',
        tags: headerValues(headers, 'Tag').map(pythonStrip),
    });
}
function wheelVersionFault(wheelVersion) {
    const text = wheelVersion.join('.');
    if ((wheelVersion[0] ?? 0) > KNOWN_VERSION[0]) {
        return { level: 'refuse', message: `its Wheel-Version (${text}) is not one we can install` };
    }
    if (!isNewer(wheelVersion))
        return undefined;
    return { level: 'warn', message: `it has a newer Wheel-Version (${text}) than ${KNOWN_VERSION.join('.')}` };
}
function isNewer(version) {
    for (const [at, known] of KNOWN_VERSION.entries()) {
        const part = version[at];
        if (part === undefined || part < known)
            return false;
        if (part > known)
            return true;
    }
    return version.length > KNOWN_VERSION.length;
}
function parseIntegers(text) {
    const parts = text.split('.').map(pythonStrip);
    return parts.every((part) => /^[+-]?\d+(?:_\d+)*$/.test(part)) ? parts.map((part) => Number(part.replaceAll('_', ''))) : undefined;
}

;// CONCATENATED MODULE: ./build/workers/tasks/wheel-facts.js





function readWheelFile(label, content) {
    if (content === undefined)
        throw new UserError('wheel-invalid', `${label} has no WHEEL file`);
    const text = decodeUtf8(content);
    if (text === undefined)
        throw new UserError('wheel-invalid', `the WHEEL file of ${label} is not UTF-8`);
    const wheel = parseWheelFile(text);
    if (!wheel.ok)
        throw new UserError('wheel-invalid', `${label}: ${wheel.message}`);
    const fault = wheelVersionFault(wheel.value.wheelVersion);
    if (fault?.level === 'refuse')
        throw new UserError('wheel-invalid', `${label} is refused: ${fault.message}`);
    return { rootScheme: wheel.value.rootIsPurelib ? 'purelib' : 'platlib', warnings: fault === undefined ? [] : [`${label}: ${fault.message}`] };
}
function decodeUtf8(content) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    }
    catch {
        return undefined;
    }
}
function checkMetadata(wanted, content) {
    const fail = (message) => {
        throw new UserError('metadata-invalid', `${wanted.label} ${message}`);
    };
    if (content === undefined)
        return fail('has no METADATA');
    const headers = parseHeaders(content.toString('utf8'));
    const name = headerValue(headers, 'Name')?.trim() ?? '';
    const versionText = headerValue(headers, 'Version')?.trim() ?? '';
    const [version, wantedVersion] = [version_parseVersion(versionText), version_parseVersion(wanted.version)];
    if (normalizeName(name) !== wanted.name)
        fail(name === '' ? 'has no Name in its METADATA' : `says in its METADATA that it is ${name}, not ${wanted.name}`);
    if (version === undefined)
        fail(versionText === '' ? 'has no Version in its METADATA' : `has an invalid version in its METADATA: ${versionText}`);
    else if (wantedVersion === undefined || compareVersions(version, wantedVersion) !== 0)
        fail(`says in its METADATA that it is version ${version.text}, not ${wanted.version}`);
}

;// CONCATENATED MODULE: ./build/kernel/sealed.js

const SEAL_BYTES = 4;
const START = 1;
function seal(value) {
    return Buffer.concat(sealedPieces([Buffer.from(value)]));
}
function sealedPieces(pieces) {
    const head = Buffer.allocUnsafe(SEAL_BYTES);
    head.writeUInt32BE(pieces.reduce((checksum, piece) => (0,external_node_zlib_.crc32)(piece, checksum), START));
    return [head, ...pieces];
}
function unseal(sealed) {
    if (sealed.length < SEAL_BYTES)
        return undefined;
    const content = sealed.subarray(SEAL_BYTES);
    return (0,external_node_zlib_.crc32)(content, START) === sealed.readUInt32BE() ? content : undefined;
}

;// CONCATENATED MODULE: ./build/workers/tasks/wheel-tree.js




function openTree(request) {
    const kept = readTreeList(request.path)?.files;
    const unpacked = new Map();
    let isChanged = kept === undefined && (0,external_node_fs_.existsSync)(request.path);
    let canLink = true;
    return {
        sha256: (entryPath) => (canLink ? kept?.get(entryPath)?.sha256 : undefined),
        link: (entryPath, to, wanted) => {
            const file = kept?.get(entryPath);
            if (file === undefined)
                return undefined;
            const from = treeFile(request.path, entryPath);
            const facts = unchangedFacts(from, file);
            if (facts?.size !== wanted.sizeBytes) {
                isChanged = true;
                return undefined;
            }
            if ((facts.mode & 0o7777) !== wanted.mode)
                return undefined;
            try {
                (0,external_node_fs_.linkSync)(from, to);
                return { sha256: file.sha256 };
            }
            catch {
                canLink = false;
                return undefined;
            }
        },
        add: (entryPath, file) => void unpacked.set(entryPath, file),
        has: (entryPath) => unpacked.has(entryPath),
        settle: (whole) => {
            try {
                if (isChanged)
                    (0,external_node_fs_.rmSync)(request.path, { recursive: true, force: true });
                else if (kept === undefined)
                    makeTree(request, unpacked, whole);
            }
            catch {
                (0,external_node_fs_.rmSync)(request.draft, { recursive: true, force: true });
            }
        },
    };
}
function makeTree({ path, draft }, files, whole) {
    const makeFolder = folderMaker(draft);
    const lines = [...files].map(([entryPath, unpacked]) => {
        const to = treeFile(draft, entryPath);
        makeFolder(folderOf(to));
        (0,external_node_fs_.linkSync)(unpacked.path, to);
        return `${stampOf((0,external_node_fs_.lstatSync)(to))}\t${unpacked.sha256}\t${unpacked.executable ? 'x' : ''}\t${entryPath}\n`;
    });
    makeFolder(draft);
    (0,external_node_fs_.writeFileSync)(listIn(draft), seal(`${JSON.stringify(whole ?? null)}\n${lines.join('')}`));
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    (0,external_node_fs_.renameSync)(draft, path);
}
function readTreeList(path) {
    try {
        const text = unseal((0,external_node_fs_.readFileSync)(listIn(path)))?.toString('utf8');
        if (text === undefined)
            return undefined;
        const [head = '', ...lines] = text.split('\n');
        lines.pop();
        const files = new Map(lines.map((line) => {
            const [stamp = '', sha256 = '', mark = '', entryPath = ''] = line.split('\t');
            return [entryPath, { stamp, sha256, executable: mark === 'x' }];
        }));
        return { whole: JSON.parse(head) ?? undefined, files };
    }
    catch {
        return undefined;
    }
}
function unchangedFacts(from, { stamp }) {
    const facts = (0,external_node_fs_.lstatSync)(from, { throwIfNoEntry: false });
    return facts !== undefined && stampOf(facts) === stamp ? facts : undefined;
}
function stampOf(facts) {
    return `${facts.size}-${facts.mtimeMs}-${facts.mode}-${facts.ino}`;
}
function treeFile(tree, entryPath) {
    return `${tree}/files/${entryPath}`;
}
function listIn(tree) {
    return `${tree}/list`;
}

;// CONCATENATED MODULE: ./build/kernel/slashed.js
function slashed(path) {
    return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

;// CONCATENATED MODULE: ./build/workers/tasks/wheel-layout.js






const wheel_layout_SCHEME_KEYS = ['purelib', 'platlib', 'scripts', 'headers', 'data'];
function findRoots(label, paths, project) {
    const roots = new Set(paths.map((path) => path.slice(0, Math.max(0, path.indexOf('/')))));
    const infos = [...roots].filter((root) => root.endsWith('.dist-info'));
    const [distInfo] = infos;
    if (distInfo === undefined)
        throw new UserError('wheel-invalid', `${label} has no .dist-info folder`);
    if (infos.length > 1)
        throw new UserError('wheel-invalid', `${label} has more than one .dist-info folder: ${infos.join(', ')}`);
    const stem = distInfo.slice(0, -'.dist-info'.length);
    if (!isStemOf(stem, project))
        throw new UserError('wheel-invalid', `${label} carries ${distInfo}, which is not of ${project.name} ${project.version}`);
    const datas = [...roots].filter((root) => root.endsWith('.data'));
    const foreign = datas.find((root) => root !== `${stem}.data`);
    if (foreign !== undefined)
        throw new UserError('wheel-invalid', `${label} carries ${foreign}, which does not belong to ${distInfo}`);
    return rootsOf(distInfo);
}
function rootsOf(distInfo) {
    return { distInfo, data: `${distInfo.slice(0, -'.dist-info'.length)}.data` };
}
function isStemOf(stem, { name, version }) {
    const wanted = version_parseVersion(version);
    for (let dash = stem.indexOf('-'); dash !== -1; dash = stem.indexOf('-', dash + 1)) {
        if (normalizeName(stem.slice(0, dash)) !== name)
            continue;
        const text = stem.slice(dash + 1);
        const found = version_parseVersion(text) ?? version_parseVersion(text.replaceAll('_', '-'));
        if (found !== undefined && wanted !== undefined && compareVersions(found, wanted) === 0)
            return true;
    }
    return false;
}
function placeFile(label, path, roots, rootScheme) {
    if (!path.startsWith(`${roots.data}/`))
        return { scheme: rootScheme, path };
    const [, key = '', ...rest] = path.split('/');
    if (!isSchemeKey(key) || rest.length === 0) {
        throw new UserError('wheel-invalid', `${label} has ${path}; files under .data belong into one of ${wheel_layout_SCHEME_KEYS.join(', ')}`);
    }
    return { scheme: key, path: rest.join('/') };
}
function isSchemeKey(key) {
    return wheel_layout_SCHEME_KEYS.includes(key);
}
function stageParts(folders) {
    const first = (key) => wheel_layout_SCHEME_KEYS.find((other) => folders[other] === folders[key]) ?? key;
    return Object.fromEntries(wheel_layout_SCHEME_KEYS.map((key) => [key, first(key)]));
}
function recordPaths(folders, rootScheme) {
    const root = folders[rootScheme];
    const parts = wheel_layout_SCHEME_KEYS.map((key) => {
        const there = slashed((0,external_node_path_.relative)(root, folders[key]));
        const back = slashed((0,external_node_path_.relative)(folders[key], root));
        return [key, { prefix: there === '' ? '' : `${there}/`, inner: back.startsWith('..') ? '' : back }];
    });
    const byKey = Object.fromEntries(parts);
    return ({ scheme, path }) => {
        const { prefix, inner } = byKey[scheme];
        const crosses = inner !== '' && path.split('/', 1)[0] === inner.split('/', 1)[0];
        return crosses ? external_node_path_.posix.relative(inner, path) : prefix + path;
    };
}
const WORK_FOLDER = '.parallel-pip';
function placementFault(place, recordPath, project) {
    const slash = recordPath.indexOf('/');
    const top = slash === -1 ? recordPath : recordPath.slice(0, slash);
    if (top === project.distInfo)
        return undefined;
    if (place.scheme === 'scripts')
        return interpreterFault(place.path);
    if (place.scheme === 'data' && place.path === 'pyvenv.cfg')
        return 'it would replace the configuration of the environment';
    if (place.scheme === 'data' && place.path.startsWith(`${project.scriptsInData}/`))
        return interpreterFault(place.path.slice(project.scriptsInData.length + 1));
    if (!/(?:-info|\.parallel-pip)$/i.test(top))
        return undefined;
    if (top.toLowerCase() === WORK_FOLDER)
        return 'this folder is the installer\u2019s own';
    if (/\.dist-info$/i.test(top))
        return 'it would be taken for metadata of another distribution';
    return /\.egg-info$/i.test(top) && normalizeName(top.split(/-|\.egg-info$/i, 1)[0] ?? '') !== project.name ? 'it would be taken for metadata of another distribution' : undefined;
}
function scriptsInData(folders) {
    return slashed((0,external_node_path_.relative)(folders.data, folders.scripts));
}
function interpreterFault(name) {
    const fault = scriptNameFault(name);
    return fault?.includes('interpreter') === true ? fault : undefined;
}

;// CONCATENATED MODULE: ./build/workers/tasks/stage.js










function openStage(request, source, inflater) {
    const { label } = request;
    const entries = readDirectory(source, { windows: process.platform === 'win32' });
    const roots = findRoots(label, entries.map((entry) => entry.path + (entry.isDirectory ? '/' : '')), request);
    const known = readInfo({ source, inflater }, entries, roots);
    const wheel = readWheelFile(label, known.get('WHEEL'));
    checkMetadata(request, known.get('METADATA'));
    const recordText = known.get('RECORD')?.toString('utf8');
    if (recordText === undefined)
        throw new UserError('record-invalid', `${label} has no RECORD`, { hint: 'tell the project that published it' });
    const scripts = readScripts(label, known.get('entry_points.txt')?.toString('utf8') ?? '', request.python);
    const recordPath = recordPaths(request.folders, wheel.rootScheme);
    const items = entries.map((entry) => {
        const place = entry.isDirectory ? { scheme: wheel.rootScheme, path: entry.path } : placeFile(label, entry.path, roots, wheel.rootScheme);
        return { entry, place, recordPath: recordPath(place) };
    });
    refuseMisplaced(request, items, roots);
    const needs = { sizeBytes: entries.reduce((sum, entry) => sum + entry.sizeBytes, 0), fileCount: entries.length };
    checkPathLengths(label, items.map(({ place }) => place), request.folders);
    checkSpace(label, request.stageDir, needs);
    return {
        request, source, inflater, tree: request.tree === undefined ? undefined : openTree(request.tree), writer: openStageWriter(request), roots, rootScheme: wheel.rootScheme, record: checkRecord(recordText, roots.distInfo), recordPath,
        parts: stageParts(request.realFolders), scripts, items, known, needs, files: [], rows: [], warnings: [...wheel.warnings], staged: new Map(), writing: '',
    };
}
function readInfo({ source, inflater }, entries, roots) {
    const known = new Map();
    for (const entry of entries) {
        const name = entry.path.startsWith(`${roots.distInfo}/`) ? entry.path.slice(roots.distInfo.length + 1) : '';
        if (['WHEEL', 'METADATA', 'RECORD', 'entry_points.txt'].includes(name))
            known.set(name, Buffer.from(readEntry(source, entry, inflater)));
    }
    return known;
}
function refuseMisplaced(request, items, roots) {
    const project = { name: request.name, distInfo: roots.distInfo, scriptsInData: scriptsInData(request.folders) };
    for (const { entry, place, recordPath } of items) {
        const fault = placementFault(place, recordPath, project);
        if (fault !== undefined)
            throw new UserError('archive-unsafe', `${request.label} is refused: ${entry.path}: ${fault}`, { hint: 'tell the project that published it' });
    }
}

;// CONCATENATED MODULE: ./build/workers/tasks/staged-wheel.js

function formatManifest(files) {
    return files.map((file) => `${wheel_layout_SCHEME_KEYS.indexOf(file.scheme)}\t${file.sizeBytes}\t${file.sha256 ?? ''}\t${file.path}\n`).join('');
}
function stagedFiles(wheel) {
    const lines = wheel.manifest.split('\n');
    lines.pop();
    return lines.map((line) => {
        const [scheme = '', size = '', sha256 = '', path = ''] = line.split('\t');
        return { scheme: SCHEME_KEYS[Number(scheme)] ?? 'purelib', path, sizeBytes: Number(size), sha256: sha256 === '' ? undefined : sha256 };
    });
}
function topsOf(files) {
    const tops = new Map();
    for (const { scheme, path } of files) {
        const slash = path.indexOf('/');
        const name = slash === -1 ? path : path.slice(0, slash);
        const key = `${scheme}/${name}`;
        if (!tops.has(key))
            tops.set(key, { scheme, name, isFolder: slash !== -1 });
    }
    return [...tops.values()];
}
function withFiles(wheel, files) {
    const known = new Set(wheel.tops.map(({ scheme, name }) => `${scheme}/${name}`));
    const tops = topsOf(files).filter(({ scheme, name }) => !known.has(`${scheme}/${name}`));
    return { ...wheel, tops: [...wheel.tops, ...tops], manifest: wheel.manifest + formatManifest(files), fileCount: wheel.fileCount + files.length };
}

;// CONCATENATED MODULE: ./build/workers/tasks/stage-wheel.js









async function stageWheel(request, context) {
    const source = openArchiveFile(request.archivePath, request.label);
    let stage;
    try {
        stage = openStage(request, source, context.inflater());
        for (const item of stage.items) {
            const streaming = stageEntry(stage, item, context);
            if (streaming !== undefined)
                await streaming;
            const pause = context.breathe();
            if (pause !== undefined)
                await pause;
        }
        judgeRecord(stage);
        generateFiles(stage);
        stage.tree?.settle(wholeWheel(stage));
        return resultOf(stage);
    }
    catch (error) {
        throw stageError(error, request, stage);
    }
    finally {
        source.close();
    }
}
function wholeWheel({ request, roots, rootScheme, record, known, items, tree, warnings }) {
    const isThere = ({ entry }) => entry.isDirectory || isUnhashed(entry.path, roots.distInfo) || (record.algorithm(entry.path) === 'sha256' && tree?.has(entry.path) === true);
    const signatures = items.filter(({ entry }) => isUnhashed(entry.path, roots.distInfo));
    if (warnings.length > 0 || signatures.length > 1 || !items.every(isThere))
        return undefined;
    return { name: request.name, version: request.version, distInfo: roots.distInfo, rootScheme, entryPoints: known.get('entry_points.txt')?.toString('utf8') ?? '' };
}
function resultOf({ request, roots, rootScheme, parts, files, warnings }) {
    return {
        name: request.name,
        version: request.version,
        distInfo: roots.distInfo,
        rootScheme,
        rootPart: parts[rootScheme],
        tops: topsOf(files),
        manifest: formatManifest(files),
        fileCount: files.length,
        sizeBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0),
        warnings,
    };
}
function stageError(error, request, stage) {
    if (errors_isUserError(error))
        return error;
    const code = errors_systemErrorCode(error);
    if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'EISDIR') {
        return new UserError('wheel-invalid', `${request.label} has two files for one path of this file system: ${stage?.writing ?? ''}`, { hint: 'tell the project that published it', cause: error });
    }
    const space = () => {
        const free = freeSpace(request.stageDir);
        return stage === undefined || free === undefined ? undefined : `${request.label} unpacks to ${formatBytes(stage.needs.sizeBytes)}, ${formatBytes(free.bytes)} are free`;
    };
    return diskError(error, { doing: `unpacking ${request.label}`, outcome: '; the environment is as it was', space });
}

;// CONCATENATED MODULE: ./build/workers/tasks/link-wheel.js










async function linkWheel(request, context) {
    const list = request.tree === undefined ? undefined : readTreeList(request.tree.path);
    if (request.tree === undefined || list?.whole === undefined || list.whole.name !== request.name || list.whole.version !== request.version)
        return undefined;
    try {
        const stage = stageOf(request, list.whole);
        for (const item of itemsOf(stage, list)) {
            if (!linkItem(stage, request.tree.path, item))
                throw new NotLinked();
            const pause = context.breathe();
            if (pause !== undefined)
                await pause;
        }
        generateFiles(stage);
        return resultOf(stage);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(request.stageDir, { recursive: true, force: true });
        if (error instanceof NotLinked || errors_isUserError(error) || isSystemError(error))
            return undefined;
        throw error;
    }
}
class NotLinked extends Error {
}
function isSystemError(error) {
    return error instanceof Error && 'syscall' in error;
}
function stageOf(request, { distInfo, rootScheme, entryPoints }) {
    return {
        request,
        roots: rootsOf(distInfo),
        rootScheme,
        scripts: readScripts(request.label, entryPoints, request.python),
        staged: new Map(),
        writer: openStageWriter(request),
        recordPath: recordPaths(request.folders, rootScheme),
        parts: stageParts(request.realFolders),
        files: [],
        rows: [],
        writing: '',
        warnings: [],
    };
}
function itemsOf({ request, roots, rootScheme, recordPath }, { files }) {
    const project = { name: request.name, distInfo: roots.distInfo, scriptsInData: scriptsInData(request.folders) };
    const items = [];
    for (const [entryPath, file] of files) {
        const place = placeFile(request.label, entryPath, roots, rootScheme);
        const item = { entryPath, file, place, recordPath: recordPath(place) };
        if (placementFault(place, item.recordPath, project) !== undefined)
            throw new NotLinked();
        items.push(item);
    }
    checkPathLengths(request.label, items.map(({ place }) => place), request.folders);
    return items;
}
function linkItem(stage, tree, { entryPath, file, place, recordPath }) {
    const from = treeFile(tree, entryPath);
    const facts = unchangedFacts(from, file);
    if (facts === undefined)
        return false;
    const to = stagedPath(stage, place);
    stage.writing = to;
    const isLinked = stage.writer.link(to, file.executable ? 'executable' : 'plain', (mode) => {
        if ((facts.mode & 0o7777) !== mode)
            return false;
        (0,external_node_fs_.linkSync)(from, to);
        return true;
    });
    if (!isLinked)
        return false;
    noteFile(stage, { place, recordPath, hash: { algorithm: 'sha256', hex: file.sha256 }, sha256: file.sha256, sizeBytes: facts.size });
    return true;
}

;// CONCATENATED MODULE: ./build/workers/tasks/removal/read-text.js


function readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        if (isUnanswered(error))
            throw error;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/workers/tasks/removal/belongings.js






function belongingsOf(installed, reader) {
    const own = ownFiles(installed, reader);
    return { ...own, files: [...own.files, ...belongings_scriptsOf(installed, reader)] };
}
function ownFiles(installed, reader) {
    const { infoPath, sitePath, kind, label } = installed;
    if (kind === 'egg-link')
        return developmentLink(installed, reader);
    if (isSourceTree(installed))
        return { files: [], folders: [], lines: [], note: `${label} is the source tree ${(0,external_node_path_.dirname)(infoPath)}, which stays, and may be imported in place of what is installed` };
    if (kind === 'dist-info')
        return { files: recordFiles(installed), folders: [infoPath], lines: [] };
    if ((0,external_node_fs_.statSync)(infoPath, { throwIfNoEntry: false })?.isFile() === true)
        throw distutils(installed);
    const egg = (0,external_node_path_.dirname)(infoPath);
    if (egg.endsWith('.egg'))
        return { files: [], folders: [egg], lines: [{ file: (0,external_node_path_.join)((0,external_node_path_.dirname)(egg), 'easy-install.pth'), line: `./${(0,external_node_path_.basename)(egg)}` }] };
    const listed = readText((0,external_node_path_.join)(infoPath, 'installed-files.txt'));
    const files = listed === undefined ? [] : lines(listed).map((line) => (0,external_node_path_.resolve)(infoPath, line));
    const packages = listed === undefined ? topLevels(infoPath).map((name) => (0,external_node_path_.join)(sitePath, name)) : [];
    return { files: [...files, ...packages.flatMap((path) => [`${path}.py`, `${path}.pyc`, `${path}.pyo`])], folders: [infoPath, ...packages], lines: [] };
}
function isSourceTree({ infoPath, kind }) {
    return kind === 'egg-info' && /^[^-]+\.egg-info$/i.test((0,external_node_path_.basename)(infoPath)) && (0,external_node_fs_.statSync)(infoPath, { throwIfNoEntry: false })?.isDirectory() === true;
}
function recordFiles(installed) {
    const text = readText((0,external_node_path_.join)(installed.infoPath, 'RECORD'));
    if (text === undefined)
        throw noRecord(installed);
    return parseRecord(text).rows.map((row) => (0,external_node_path_.resolve)(installed.sitePath, row.path));
}
function topLevels(infoPath) {
    const namespaces = new Set(lines(readText((0,external_node_path_.join)(infoPath, 'namespace_packages.txt')) ?? ''));
    return lines(readText((0,external_node_path_.join)(infoPath, 'top_level.txt')) ?? '').filter((name) => !namespaces.has(name) && !name.includes('..'));
}
function developmentLink({ infoPath, sitePath }, reader) {
    const source = (0,external_node_path_.dirname)(infoPath);
    const links = [...(reader.list(sitePath)?.keys() ?? [])].filter((name) => name.endsWith('.egg-link'));
    const files = links.map((name) => (0,external_node_path_.join)(sitePath, name)).filter((path) => (0,external_node_path_.resolve)(sitePath, lines(readText(path) ?? '')[0] ?? '') === source);
    return { files, folders: [], lines: [{ file: (0,external_node_path_.join)(sitePath, 'easy-install.pth'), line: source }] };
}
function belongings_scriptsOf({ infoPath, kind, scriptsFolder }, reader) {
    const text = readText((0,external_node_path_.join)(infoPath, 'entry_points.txt')) ?? '';
    const named = parseEntryPoints(text).filter(({ group }) => group === 'console_scripts' || group === 'gui_scripts');
    const made = named.flatMap(({ name, group }) => [name, ...(process.platform === 'win32' ? launchers(name, group === 'gui_scripts') : [])]);
    const shipped = kind === 'dist-info' ? [] : [...(reader.list((0,external_node_path_.join)(infoPath, 'scripts'))?.keys() ?? [])];
    return [...made, ...shipped].filter((name) => !/[/\\]|^\.{1,2}$/.test(name)).map((name) => (0,external_node_path_.join)(scriptsFolder, name));
}
function launchers(name, isGui) {
    return [`${name}.exe`, `${name}.exe.manifest`, `${name}-script.py${isGui ? 'w' : ''}`];
}
function noRecord(installed) {
    const installer = readText((0,external_node_path_.join)(installed.infoPath, 'INSTALLER'))?.trim() ?? '';
    const isOurs = ['', 'pip', 'parallel-pip'].includes(installer);
    return new UserError('uninstall-failed', `${installed.label} cannot be replaced or removed: it has no RECORD, so nobody knows which files are its own`, {
        hint: isOurs
            ? `repair it by installing it over itself: --ignore-installed --no-deps ${installed.label.replace(' ', '==')}`
            : `it was installed by ${installer}: remove it with that, or install beside it with --ignore-installed`,
    });
}
function distutils(installed) {
    return new UserError('uninstall-failed', `${installed.label} cannot be replaced or removed: it was installed by distutils, which left no list of its files`, {
        hint: 'remove its files by hand, or install over it with --ignore-installed',
    });
}
function lines(text) {
    return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
}

;// CONCATENATED MODULE: ./build/workers/tasks/removal/emptied.js

function emptiedFolders(going, reader, rules) {
    const verdicts = new Map();
    const isEmptied = (folder) => {
        const known = verdicts.get(folder);
        if (known !== undefined)
            return known;
        const stays = (name, kind) => (kind === 'folder' ? !isEmptied((0,external_node_path_.join)(folder, name)) : !going.has((0,external_node_path_.join)(folder, name)));
        const entries = reader.list(folder);
        const verdict = !rules.kept.has(folder) && rules.isInside(folder) && entries !== undefined && ![...entries].some(([name, kind]) => stays(name, kind));
        verdicts.set(folder, verdict);
        return verdict;
    };
    const tops = new Map();
    const topOf = (folder) => {
        if (tops.has(folder))
            return tops.get(folder);
        const top = isEmptied(folder) ? (topOf((0,external_node_path_.dirname)(folder)) ?? folder) : undefined;
        tops.set(folder, top);
        return top;
    };
    const folders = new Set();
    const files = [];
    for (const path of going) {
        const top = topOf((0,external_node_path_.dirname)(path));
        if (top === undefined)
            files.push(path);
        else
            folders.add(top);
    }
    return { folders: [...folders].sort(), files: files.sort() };
}

;// CONCATENATED MODULE: ./build/workers/tasks/removal/folders.js



function openFolderReader() {
    const listings = new Map();
    const realFolders = new Map();
    const list = (folder) => {
        if (!listings.has(folder))
            listings.set(folder, folders_readFolder(folder));
        return listings.get(folder);
    };
    const filesBelow = (folder) => [...(list(folder) ?? [])].flatMap(([name, kind]) => (kind === 'folder' ? filesBelow((0,external_node_path_.join)(folder, name)) : [(0,external_node_path_.join)(folder, name)]));
    return {
        list,
        kindOf: (path) => list((0,external_node_path_.dirname)(path))?.get((0,external_node_path_.basename)(path)),
        settle: (path) => {
            const folder = (0,external_node_path_.dirname)(path);
            let real = realFolders.get(folder);
            if (real === undefined)
                realFolders.set(folder, (real = realOf(folder)));
            return (0,external_node_path_.join)(real, (0,external_node_path_.basename)(path));
        },
        filesBelow,
    };
}
function folders_readFolder(folder) {
    let entries;
    try {
        entries = (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch (error) {
        if (isUnanswered(error))
            throw error;
        return undefined;
    }
    return new Map(entries.map((entry) => [entry.name, entry.isDirectory() ? 'folder' : 'file']));
}
function realOf(folder) {
    try {
        return (0,external_node_fs_.realpathSync)(folder);
    }
    catch (error) {
        if (isUnanswered(error))
            throw error;
        return folder;
    }
}

;// CONCATENATED MODULE: ./build/workers/tasks/removal/others-claims.js




function claimsOfOthers(paths, others) {
    const wanted = new Set(paths);
    const claims = new Map();
    const topsBySite = new Map();
    for (const other of others) {
        let tops = topsBySite.get(other.sitePath);
        if (tops === undefined)
            topsBySite.set(other.sitePath, (tops = new Set([...wanted].map((path) => topOf(slashed((0,external_node_path_.relative)(other.sitePath, path)))))));
        const text = readText((0,external_node_path_.join)(other.infoPath, 'RECORD'));
        if (text === undefined || !sharesTop(text, tops))
            continue;
        for (const row of parseRecord(text).rows) {
            const path = (0,external_node_path_.resolve)(other.sitePath, row.path);
            if (wanted.has(path))
                claims.set(path, other.name);
        }
    }
    return claims;
}
function topOf(path) {
    if (path.startsWith('../') || path.startsWith('/'))
        return path;
    const slash = path.indexOf('/');
    return slash === -1 ? path : path.slice(0, slash);
}
function sharesTop(text, tops) {
    for (let start = 0; start < text.length;) {
        const end = text.indexOf('\n', start);
        const comma = text.indexOf(',', start);
        const first = text[start];
        if (first === '"' || first === '/' || comma === -1)
            return true;
        if (tops.has(topOf(text.slice(start, comma))))
            return true;
        if (end === -1)
            return false;
        start = end + 1;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/workers/tasks/removal/read-removals.js





async function readRemovals(request, context) {
    const reader = openFolderReader();
    const found = new Map();
    const lines = [];
    const notes = [];
    for (const removal of request.removals) {
        const own = belongingsOf(removal, reader);
        lines.push(...own.lines);
        if (own.note !== undefined)
            notes.push(own.note);
        for (const path of existing(own, reader))
            found.set(path, removal.label);
        const pause = context.breathe();
        if (pause !== undefined)
            await pause;
    }
    const claims = claimsOfOthers(found.keys(), request.others);
    const judged = read_removals_judge(found, claims, request);
    const { folders, files } = emptiedFolders(judged.going, reader, { kept: new Set(request.kept), isInside: (path) => isInside(path, request.bounds) });
    return { folders, files, lines: lines.filter(({ file }) => isInside(file, request.bounds)), notes: [...notes, ...judged.notes] };
}
function* existing(own, reader) {
    for (const listed of own.files) {
        const path = reader.settle(listed);
        if (reader.kindOf(path) === 'file')
            yield path;
        yield* bytecodeOf(path, reader);
    }
    for (const named of own.folders) {
        const folder = reader.settle(named);
        if (reader.kindOf(folder) === 'folder')
            yield* reader.filesBelow(folder);
        else if (reader.kindOf(folder) === 'file')
            yield folder;
    }
}
function bytecodeOf(path, reader) {
    if (!path.endsWith('.py'))
        return [];
    const stem = (0,external_node_path_.basename)(path, '.py');
    const cache = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), '__pycache__');
    const isMade = (name) => name.startsWith(`${stem}.`) && /^[^.]+(?:\.opt-[^.]+)?\.pyc$/.test(name.slice(stem.length + 1));
    const cached = [...(reader.list(cache)?.keys() ?? [])].filter(isMade).map((name) => (0,external_node_path_.join)(cache, name));
    const beside = [`${path}c`, `${path}o`].filter((name) => reader.kindOf(name) === 'file');
    return [...cached, ...beside];
}
function read_removals_judge(found, claims, request) {
    const going = new Set();
    const notes = [];
    for (const [path, label] of found) {
        const other = claims.get(path);
        if (!isInside(path, request.bounds))
            notes.push(`${path} is listed by ${label}, lies outside of the environment, and stays`);
        else if (other !== undefined)
            notes.push(`${path} is listed by ${label} and by ${other}, and stays`);
        else
            going.add(path);
    }
    return { going, notes };
}
function isInside(path, bounds) {
    return bounds.some((bound) => path.startsWith(bound.endsWith(external_node_path_.sep) ? bound : bound + external_node_path_.sep));
}

;// CONCATENATED MODULE: ./build/workers/handlers.js





const handlers = {
    'hash-file': hashFile,
    'stage-wheel': stageWheel,
    'link-wheel': linkWheel,
    'read-removals': readRemovals,
    compile: compileBytecode,
};
function runTask(task, request, context) {
    return handlers[task](request, context);
}

;// CONCATENATED MODULE: ./build/kernel/thread-time.js
function spentBetween(from, to) {
    if (from === undefined || to === undefined)
        return undefined;
    const queuedMs = from.queuedMs === undefined || to.queuedMs === undefined ? undefined : to.queuedMs - from.queuedMs;
    return { cpuMs: to.cpuMs - from.cpuMs, queuedMs };
}

;// CONCATENATED MODULE: ./build/workers/thread-time.js

function threadTime() {
    return fromScheduler() ?? fromUsage();
}
function fromScheduler() {
    if (process.platform !== 'linux')
        return undefined;
    try {
        const [cpuNs, queuedNs] = (0,external_node_fs_.readFileSync)('/proc/thread-self/schedstat', 'latin1').split(' ').map(Number);
        return cpuNs === undefined || queuedNs === undefined || !(cpuNs > 0) ? undefined : { cpuMs: cpuNs / 1e6, queuedMs: queuedNs / 1e6 };
    }
    catch {
        return undefined;
    }
}
function fromUsage() {
    const { threadCpuUsage } = process;
    if (threadCpuUsage === undefined)
        return undefined;
    const { user, system } = threadCpuUsage();
    return { cpuMs: (user + system) / 1000, queuedMs: undefined };
}

;// CONCATENATED MODULE: ./build/workers/span.js




function startSpan() {
    const startMs = systemClock.nowMs();
    const started = threadTime();
    return () => ({ startMs, endMs: systemClock.nowMs(), spent: spentBetween(started, threadTime()), onMainThread: external_node_worker_threads_.isMainThread });
}

;// CONCATENATED MODULE: ./build/workers/inline-pool.js





const MAX_HOLD_MS = 15;
function openInlinePool() {
    let stopReason;
    let last = Promise.resolve();
    const inflater = oneInflater();
    const perform = async (task, request) => {
        const spanSoFar = startSpan();
        try {
            const result = await runTask(task, request, { breathe: breather(() => stopReason), inflater });
            return { result, span: spanSoFar() };
        }
        catch (error) {
            throw failureFromData(failureToData(error), stopReason);
        }
    };
    return {
        run: (task, request) => {
            const turn = last.then(() => perform(task, request));
            last = turn.catch(() => undefined);
            return turn;
        },
        stop: (reason) => {
            stopReason = reason;
        },
        warm: () => undefined,
        close: async () => {
            await last;
        },
    };
}
function breather(stopReason) {
    let heldSinceMs = systemClock.nowMs();
    return () => {
        if (stopReason() !== undefined)
            throw new Stopped('stopped');
        if (systemClock.nowMs() - heldSinceMs < MAX_HOLD_MS)
            return undefined;
        return new Promise((resolve) => {
            setImmediate(() => {
                heldSinceMs = systemClock.nowMs();
                resolve();
            });
        });
    };
}

;// CONCATENATED MODULE: ./build/workers/thread-pool.js



const YOUNG_GENERATION_MB = 8;
const WORTH_THREADS_BYTES = 1 << 20;
const MOST_FAILED_STARTS = 3;
function openThreadPool(facts) {
    return new ThreadPool(facts);
}
class ThreadPool {
    #facts;
    #stopFlag = new Int32Array(new SharedArrayBuffer(4));
    #queue = [];
    #threads = new Set();
    #here = openInlinePool();
    #threadCount;
    #failedStarts = 0;
    #announcedBytes = 0;
    #lightBytes = 0;
    #stopReason;
    #closing = false;
    constructor(facts) {
        this.#facts = facts;
        this.#threadCount = facts.threadCount;
    }
    warm(weight) {
        this.#announcedBytes += weight;
        if (this.#announcedBytes > WORTH_THREADS_BYTES)
            this.#start(this.#threadCount);
    }
    #start(count) {
        while (!this.#closing && this.#threads.size < Math.min(count, this.#threadCount))
            this.#startThread();
    }
    run(task, request, weight = 0) {
        if (this.#isLight(weight))
            return this.#here.run(task, request);
        return new Promise((resolve, reject) => {
            if (this.#stopReason !== undefined)
                return reject(this.#stopReason);
            this.#queue.push({ message: { task, request }, weight, resolve: resolve, reject });
            this.#start(this.#threadCount);
            this.#feed();
        });
    }
    #isLight(weight) {
        if (weight === 0 || this.#threads.size > 0)
            return false;
        this.#lightBytes += weight;
        return this.#lightBytes <= WORTH_THREADS_BYTES;
    }
    stop(reason) {
        this.#stopReason = reason;
        Atomics.store(this.#stopFlag, 0, 1);
        for (const job of this.#queue.splice(0))
            job.reject(reason);
        this.#here.stop(reason);
    }
    async close() {
        this.#closing = true;
        await Promise.all([...this.#threads].map((thread) => thread.worker.terminate()));
        await this.#here.close();
    }
    #startThread() {
        const workerData = { stopFlag: this.#stopFlag, givesWay: this.#facts.givesWay ?? false };
        let worker;
        try {
            worker = new external_node_worker_threads_.Worker(this.#facts.workerPath, { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } });
        }
        catch (error) {
            return this.#startFailed(error);
        }
        const thread = { worker, isUp: false, job: undefined };
        this.#threads.add(thread);
        worker.on('message', (answer) => this.#heard(thread, answer));
        worker.on('error', (error) => this.#replace(thread, error));
        worker.on('exit', (code) => this.#replace(thread, new Error(`a worker thread ended with code ${code}`)));
        worker.unref();
    }
    #replace(thread, error) {
        if (!this.#threads.delete(thread))
            return;
        if (thread.isUp || this.#closing)
            thread.job?.reject(error);
        else if (thread.job !== undefined)
            this.#queue.unshift(thread.job);
        if (this.#closing)
            return;
        if (thread.isUp)
            this.#startThread();
        else
            this.#startFailed(error);
        this.#feed();
    }
    #startFailed(error) {
        this.#failedStarts += 1;
        if (this.#failedStarts < MOST_FAILED_STARTS)
            return this.#startThread();
        this.#threadCount = this.#threads.size;
        if (this.#threadCount === 0)
            this.#facts.onInline(error);
    }
    #heard(thread, answer) {
        if (answer.kind === 'up') {
            thread.isUp = true;
            this.#failedStarts = 0;
            return;
        }
        const job = thread.job;
        thread.job = undefined;
        if (!this.#closing) {
            thread.worker.unref();
            this.#feed();
        }
        if (answer.kind === 'done')
            job?.resolve({ result: answer.result, span: answer.span });
        else
            job?.reject(failureFromData(answer.error, this.#stopReason));
    }
    #heaviest() {
        const heaviest = this.#queue.reduce((best, { weight }, index) => (weight > (this.#queue[best]?.weight ?? 0) ? index : best), 0);
        return this.#queue.splice(heaviest, 1)[0];
    }
    #feed() {
        if (this.#threadCount === 0) {
            for (const { message, resolve, reject } of this.#queue.splice(0))
                this.#here.run(message.task, message.request).then(resolve, reject);
            return;
        }
        for (const thread of this.#threads) {
            if (thread.job !== undefined)
                continue;
            const job = this.#heaviest();
            if (job === undefined)
                return;
            thread.job = job;
            thread.worker.ref();
            thread.worker.postMessage(job.message);
        }
    }
}

;// CONCATENATED MODULE: ./build/github/wheel-queue.js

class WheelQueue {
    #entry;
    #known;
    #come = new Set();
    #isClosed = false;
    #wake = [];
    constructor(entry) {
        this.#entry = entry;
    }
    arrived(inside) {
        if (inside === FACTS_FILE)
            this.#learn();
        const id = wheelOfPath(inside);
        if (id !== undefined)
            this.#come.add(id);
        this.#wakeAll();
    }
    close() {
        this.#learn();
        this.#isClosed = true;
        this.#wakeAll();
    }
    async first() {
        for (;;) {
            const wheel = this.#largest();
            if (wheel !== undefined || this.#isClosed)
                return wheel;
            await new Promise((resolve) => this.#wake.push(resolve));
        }
    }
    async next() {
        const wheel = await this.first();
        if (wheel !== undefined)
            this.#known?.delete(wheel.id);
        return wheel;
    }
    #largest() {
        let largest;
        for (const wheel of this.#known?.values() ?? []) {
            const isThere = this.#isClosed || this.#come.has(wheel.id);
            if (isThere && (largest === undefined || wheel.sizeBytes > largest.sizeBytes))
                largest = wheel;
        }
        return largest;
    }
    #learn() {
        const wheels = this.#known === undefined ? readFacts(this.#entry)?.wheels : undefined;
        if (wheels !== undefined)
            this.#known = new Map(wheels.filter(({ kind }) => kind === 'published').map((wheel) => [wheel.id, wheel]));
    }
    #wakeAll() {
        const woken = this.#wake;
        this.#wake = [];
        for (const wake of woken)
            wake();
    }
}

;// CONCATENATED MODULE: ./build/github/unpack-ahead.js











const NO_PYTHON = { path: '/python', major: 3, minor: 11 };
const NO_FOLDERS = { purelib: '/lib', platlib: '/lib', scripts: '/bin', headers: '/include', data: '/' };
function startUnpackingAhead({ entry, storeRoot, workerPath }) {
    const waiting = new WheelQueue(entry);
    const layout = storeLayout(storeRoot);
    const threads = Math.max(1, (0,external_node_os_.availableParallelism)() - 1);
    const run = async () => {
        if ((await waiting.first()) === undefined)
            return 0;
        const pool = openThreadPool({ workerPath, threadCount: threads, givesWay: true, onInline: () => undefined });
        const scratch = external_node_path_.join(layout.temporary, `ahead-${(0,external_node_crypto_.randomUUID)()}`);
        (0,external_node_fs_.mkdirSync)(scratch, { recursive: true });
        const unpackNext = async () => {
            const wheel = await waiting.next();
            if (wheel === undefined)
                return 0;
            const isThere = await unpackOne(wheel, { entry, layout, pool, scratch }).catch(() => false);
            return Number(isThere) + (await unpackNext());
        };
        try {
            const counts = await Promise.all(Array.from({ length: threads }, unpackNext));
            return counts.reduce((sum, count) => sum + count, 0);
        }
        finally {
            await pool.close();
            await (0,promises_namespaceObject.rm)(scratch, { recursive: true, force: true });
        }
    };
    const counted = run().catch(() => 0);
    return { arrived: (inside) => waiting.arrived(inside), finish: () => (waiting.close(), counted) };
}
async function unpackOne(wheel, { entry, layout, pool, scratch }) {
    const name = parseWheelName(wheel.filename);
    if (name === undefined || (0,external_node_fs_.existsSync)(layout.tree(wheel.id)))
        return false;
    const inEntry = wheelInEntry(entry, wheel.id);
    const file = (0,external_node_fs_.existsSync)(inEntry) ? inEntry : layout.wheel(wheel.id);
    const { result } = await pool.run('hash-file', { path: file, algorithms: ['sha256'] });
    if (result.digests['sha256'] !== wheel.id)
        return false;
    const stageDir = external_node_path_.join(scratch, wheel.id);
    await pool.run('stage-wheel', {
        archivePath: (0,external_node_fs_.existsSync)(file) ? file : layout.wheel(wheel.id), label: wheel.filename, name: name.name, version: name.version.text, stageDir,
        folders: NO_FOLDERS, realFolders: NO_FOLDERS, python: NO_PYTHON, installer: '', requested: false, directUrl: undefined, strictRecord: false, umask: UMASK,
        tree: { path: layout.tree(wheel.id), draft: external_node_path_.join(layout.temporary, `${(0,external_node_crypto_.randomUUID)()}.tree`) },
    });
    return (0,external_node_fs_.existsSync)(layout.tree(wheel.id));
}

;// CONCATENATED MODULE: ./build/github/cache-program.js













async function runCacheProgram(requestPath) {
    const folder = transferFolder((0,external_node_path_.dirname)(requestPath));
    const request = JSON.parse((0,external_node_fs_.readFileSync)(requestPath, 'utf8'));
    let state = { pid: process.pid, startedMs: Date.now() };
    const update = (change) => writeState(folder, (state = { ...state, ...change }));
    update({});
    if (request.kind === 'save' && request.isAside === true)
        giveWay(external_node_os_.constants.priority.PRIORITY_LOW);
    const beside = [];
    const unpacking = unpackingOf(request);
    const ahead = unpacking === undefined ? undefined : startUnpackingAhead({ entry: folder.entry, ...unpacking });
    const answer = await answerTo(request, { folder, update, beside, ahead }).catch((error) => ({ kind: 'failed', why: errors_messageOf(error) }));
    const goesOn = answer.kind === 'restored' ? ahead : undefined;
    update({ answer, endedMs: Date.now(), ...(goesOn === undefined ? {} : { ahead: 'running' }) });
    if (goesOn !== undefined)
        update({ ahead: { trees: await goesOn.finish() } });
    await Promise.all(beside);
}
function unpackingOf(request) {
    if (request.kind === 'restore')
        return request.unpacking;
    return request.kind === 'restore-pointed' && request.ahead?.unpacks === true ? request.ahead : undefined;
}
async function answerTo(request, { folder, update, beside, ahead }) {
    const toolkit = await __nccwpck_require__.e(/* import() */ 893).then(__nccwpck_require__.bind(__nccwpck_require__, 1893));
    update({ asks: true });
    if (!toolkit.isFeatureAvailable())
        return { kind: 'unavailable' };
    const said = listenToLog();
    switch (request.kind) {
        case 'lookup':
            return lookup(toolkit, said, request);
        case 'restore':
            return restoreEntry({ toolkit, said, folder, ahead }, request);
        case 'restore-pointed': {
            if (request.history !== undefined)
                beside.push(bringHistory({ toolkit, said, folder, key: request.history }).catch(() => undefined));
            const pointer = await lookup(toolkit, said, { primary: request.prefix, others: [] });
            if (pointer.kind === 'none' && (await lookup(toolkit, said, { primary: request.machine, others: [] })).kind === 'none')
                return { kind: 'none', anywhere: true };
            if (pointer.kind !== 'found')
                return pointer;
            const key = pointedKey(pointer.key);
            if (key === undefined)
                return { kind: 'none' };
            const bringer = bringerOf(request.claims, key, folder.root);
            const elsewhere = bringer === folder.root ? {} : { elsewhere: bringer };
            update({ key, pointer: pointer.key, ...elsewhere });
            if (request.ahead !== undefined)
                beside.push(bringQuestion({ toolkit, said, folder, key: pointer.key }, request.ahead).catch(() => undefined));
            return bringer === folder.root ? restoreEntry({ toolkit, said, folder, ahead }, { primary: key, others: [] }) : { kind: 'elsewhere' };
        }
        case 'save':
            return saveBoth(toolkit, said, request, folder);
        default:
            return unreachable(request);
    }
}
function bringerOf(claims, key, root) {
    const [claim, draft] = [(0,external_node_path_.join)(claims, keys_shortHash(key)), (0,external_node_path_.join)(root, 'claim')];
    try {
        (0,external_node_fs_.mkdirSync)(claims, { recursive: true });
        (0,external_node_fs_.writeFileSync)(draft, root);
        (0,external_node_fs_.linkSync)(draft, claim);
        return root;
    }
    catch {
        return (0,external_node_fs_.existsSync)(claim) ? (0,external_node_fs_.readFileSync)(claim, 'utf8') : root;
    }
}
async function lookup(toolkit, said, { primary, others }) {
    const key = await toolkit.restoreCache([ENTRY_PATH], primary, [...others], { lookupOnly: true });
    return key === undefined ? nothingFound(said()) : { kind: 'found', key };
}
async function restore(toolkit, said, { primary, others }) {
    const key = await toolkit.restoreCache([ENTRY_PATH], primary, [...others]);
    return key === undefined ? nothingFound(said()) : { kind: 'restored', key };
}
async function restoreEntry({ toolkit, said, folder, ahead }, query) {
    if (process.platform === 'win32' || (0,config/* getCacheServiceVersion */.U0)() !== 'v2')
        return restore(toolkit, said, query);
    const following = followEntry(folder, {
        onFile: (inside) => ahead?.arrived(inside),
        isExtracted: (archive) => said().split('\n').some((line) => line.startsWith('[command]') && line.includes(archive)),
    });
    const ended = await restore(toolkit, said, query).catch((error) => ({ kind: 'failed', why: errors_messageOf(error) }));
    const followed = await following.finish();
    const key = keyIn(said(), query);
    if (followed.kind === 'left' || key === undefined)
        return ended;
    if (ended.kind !== 'restored' && !hadWholeArchive(ended))
        return ended;
    if (followed.kind === 'broken')
        return { kind: 'unreadable', why: followed.why };
    process.stdout.write(`Cache Size: (${followed.sizeBytes} B)\n`);
    return { kind: 'restored', key };
}
function keyIn(log, { primary, others }) {
    const found = [...log.matchAll(/^Cache hit for(?: restore-key)?: (.*)$/gm)].map(([, key = '']) => key.trim());
    return found.findLast((key) => [primary, ...others].some((wanted) => key.toLowerCase().startsWith(wanted.toLowerCase())));
}
async function bringHistory({ toolkit, said, folder, key }) {
    const brought = await restore(toolkit, said, { primary: key, others: [] });
    const file = (0,external_node_path_.join)(folder.entry, HISTORY_FILE);
    if (brought.kind === 'restored' && (0,external_node_fs_.existsSync)(file))
        (0,external_node_fs_.renameSync)(file, folder.history);
}
async function bringQuestion({ toolkit, said, folder, key }, { answerPath }) {
    const brought = await restore(toolkit, said, { primary: key, others: [] });
    if (brought.kind !== 'restored')
        return;
    const { question } = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder.entry, POINTER_FILE), 'utf8'));
    if (typeof question !== 'string')
        return;
    (0,external_node_fs_.writeFileSync)(folder.question, question);
    const log = (0,external_node_fs_.openSync)((0,external_node_path_.join)(folder.root, 'answer-log.txt'), 'a');
    (0,external_node_child_process_namespaceObject.spawn)(process.execPath, [answerPath, folder.root], { stdio: ['ignore', log, log], detached: true, windowsHide: true }).on('error', () => undefined).unref();
    (0,external_node_fs_.closeSync)(log);
}
async function saveBoth(toolkit, said, { key, pointer, question }, folder) {
    process.env['ZSTD_CLEVEL'] ??= '-5';
    process.env['TAR_OPTIONS'] ??= '--sort=name';
    const answer = key === undefined ? undefined : await save(toolkit, said, key);
    const isThere = answer === undefined || answer.kind === 'saved' || answer.kind === 'exists' || answer.kind === 'conflict';
    if (pointer === undefined || !isThere)
        return answer ?? { kind: 'none' };
    const work = (0,external_node_path_.join)(folder.root, 'pointer');
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(work, ENTRY_PATH), { recursive: true });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(work, ENTRY_PATH, POINTER_FILE), JSON.stringify({ pointer, question }));
    process.chdir(work);
    process.env['GITHUB_WORKSPACE'] = work;
    const pointed = await save(toolkit, said, pointer).catch((error) => ({ kind: 'failed', why: errors_messageOf(error) }));
    return answer ?? pointed;
}
async function save(toolkit, said, key) {
    const there = await lookup(toolkit, said, { primary: key, others: [] });
    if (there.kind === 'found' && sameKey(there.key, key))
        return { kind: 'exists' };
    const id = await toolkit.saveCache([ENTRY_PATH], key);
    if (id > 0)
        return { kind: 'saved' };
    const log = said();
    if (log.includes('cache write denied:'))
        return { kind: 'read-only' };
    if (/Unable to reserve cache|Cache already exists/.test(log)) {
        const why = /Failed to reserve cache: (?:\w*Error: )*(.*)/.exec(log)?.[1]?.replaceAll('%0A', ' ').trim();
        return why === undefined || /\(409\)|already.?exists/i.test(why) ? { kind: 'conflict' } : { kind: 'failed', why };
    }
    return { kind: 'failed', why: failureIn(log) ?? 'the service did not take it' };
}
function listenToLog() {
    const write = process.stdout.write.bind(process.stdout);
    let log = '';
    process.stdout.write = (chunk, ...rest) => {
        log += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
        return write(chunk, ...rest);
    };
    return () => log;
}


/***/ }),

/***/ 5253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isCacheWritable),
/* harmony export */   U0: () => (/* binding */ getCacheServiceVersion),
/* harmony export */   VL: () => (/* binding */ getCacheServiceURL),
/* harmony export */   aT: () => (/* binding */ isGhes),
/* harmony export */   as: () => (/* binding */ getCacheMode),
/* harmony export */   bv: () => (/* binding */ isCacheReadable)
/* harmony export */ });
function isGhes() {
    const ghUrl = new URL(process.env['GITHUB_SERVER_URL'] || 'https://github.com');
    const hostname = ghUrl.hostname.trimEnd().toUpperCase();
    const isGitHubHost = hostname === 'GITHUB.COM';
    const isGheHost = hostname.endsWith('.GHE.COM');
    const isLocalHost = hostname.endsWith('.LOCALHOST');
    return !isGitHubHost && !isGheHost && !isLocalHost;
}
function getCacheServiceVersion() {
    // Cache service v2 is not supported on GHES. We will default to
    // cache service v1 even if the feature flag was enabled by user.
    if (isGhes())
        return 'v1';
    return process.env['ACTIONS_CACHE_SERVICE_V2'] ? 'v2' : 'v1';
}
// The cache-mode lattice: readable = {read, write}, writable = {write,
// write-only}, none = neither.
const KNOWN_CACHE_MODES = ['none', 'read', 'write', 'write-only'];
// The effective cache-mode exported by the runner, or '' when not set.
function getCacheMode() {
    return (process.env['ACTIONS_CACHE_MODE'] || '').trim().toLowerCase();
}
// Unset or unrecognized modes are permissive so behavior matches today.
function isCacheReadable(mode) {
    if (!KNOWN_CACHE_MODES.includes(mode))
        return true;
    return mode === 'read' || mode === 'write';
}
function isCacheWritable(mode) {
    if (!KNOWN_CACHE_MODES.includes(mode))
        return true;
    return mode === 'write' || mode === 'write-only';
}
function getCacheServiceURL() {
    const version = getCacheServiceVersion();
    // Based on the version of the cache service, we will determine which
    // URL to use.
    switch (version) {
        case 'v1':
            return (process.env['ACTIONS_CACHE_URL'] ||
                process.env['ACTIONS_RESULTS_URL'] ||
                '');
        case 'v2':
            return process.env['ACTIONS_RESULTS_URL'] || '';
        default:
            throw new Error(`Unsupported cache service version: ${version}`);
    }
}
//# sourceMappingURL=config.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(2022);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
