import Foundation

/// A change that waits to be made, as a line of the file of those that wait.
struct PendingRecord: Codable, Equatable {
    /// Tells it from all others, so that it is made once, whoever dies in the midst of it.
    let key: String
    let change: Change
    /// The run that was asked for it.
    let sessionID: String
    /// When, in seconds since 1970.
    let seconds: Double

    /// The line: a checksum, a blank, JSON, a line end.
    func line() throws -> Data {
        let json = try JSONEncoder().encode(self)
        return Data((Self.checksum(json) + " ").utf8) + json + Data("\n".utf8)
    }

    /// Reads a line without its end; nil where it is not whole.
    init?(line: some DataProtocol) {
        let parts = Data(line).split(separator: UInt8(ascii: " "), maxSplits: 1)
        guard parts.count == 2, String(decoding: parts[0], as: UTF8.self) == Self.checksum(parts[1]),
            let record = try? JSONDecoder().decode(PendingRecord.self, from: Data(parts[1]))
        else { return nil }
        self = record
    }

    init(key: String, change: Change, sessionID: String, seconds: Double) {
        self.key = key
        self.change = change
        self.sessionID = sessionID
        self.seconds = seconds
    }

    /// FNV-1a with 64 bits (Fowler, Noll and Vo): it tells a line that was written in part, not one that was forged.
    private static func checksum(_ data: some Sequence<UInt8>) -> String {
        let hash = data.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(repeating: "0", count: hash.leadingZeroBitCount / 4) + (hash == 0 ? "" : String(hash, radix: 16))
    }
}
