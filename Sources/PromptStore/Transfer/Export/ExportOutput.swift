import Foundation

/// Where an export goes: bytes are gathered and written in large pieces.
final class ExportOutput {
    /// How many bytes have been put into it.
    private(set) var byteCount = 0
    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []

    private static let pieceBytes = 1 << 18

    /// - Parameters:
    ///   - descriptor: open for writing; whoever opened it closes it.
    ///   - path: what to call it when it cannot be written.
    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
        buffer.reserveCapacity(Self.pieceBytes + 4096)
    }

    func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
    }

    func write(_ byte: UInt8) throws {
        buffer.append(byte)
        try written(1)
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        if bytes.count >= Self.pieceBytes {
            try flush()
            byteCount += bytes.count
            return try writeOut(bytes)
        }
        buffer.append(contentsOf: bytes)
        try written(bytes.count)
    }

    /// Writes bytes as pairs of hexadecimal digits.
    func write(hexadecimal bytes: UnsafeRawBufferPointer) throws {
        for start in stride(from: 0, to: bytes.count, by: Self.pieceBytes / 2) {
            for byte in bytes[start..<min(start + Self.pieceBytes / 2, bytes.count)] {
                buffer.append(Self.digit(byte >> 4))
                buffer.append(Self.digit(byte & 15))
            }
            try written(2 * min(Self.pieceBytes / 2, bytes.count - start))
        }
    }

    /// Writes bytes in base64, with padding.
    func write(base64 bytes: UnsafeRawBufferPointer) throws {
        let step = Self.pieceBytes / 4 * 3 / 3 * 3
        for start in stride(from: 0, to: bytes.count, by: step) {
            let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + step, bytes.count)])
            try write(Data(piece).base64EncodedString())
        }
    }

    /// Hands everything on to the system.
    func flush() throws {
        try buffer.withUnsafeBytes { try writeOut($0) }
        buffer.removeAll(keepingCapacity: true)
    }

    private func written(_ count: Int) throws {
        byteCount += count
        if buffer.count >= Self.pieceBytes { try flush() }
    }

    private func writeOut(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
            let count = Glibc.write(descriptor, start, rest.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw StoreError(systemCode: errno, path: path) }
            rest = rest.dropFirst(count)
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }
}
