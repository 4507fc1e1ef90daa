import Foundation

/// A whole copy of a library, verified before it got its name.
public struct Backup: Equatable, Sendable {
    /// Why it was made; what its file's name says.
    public enum Reason: String, CaseIterable, Sendable {
        /// Somebody asked for it.
        case asked
        /// A restore was about to replace what was there.
        case restore
        /// A migration was about to begin. Such a one is kept until somebody deletes it.
        case migration

        /// The same in words.
        public var title: String {
            switch self {
            case .asked: "asked for"
            case .restore: "before a restore"
            case .migration: "before a migration"
            }
        }
    }

    /// Its file.
    public let path: String
    /// The name of the library's file, without its ending.
    public let libraryName: String
    /// Whether it is from the library that was asked about, and not from another of the same name.
    public let isOfThisLibrary: Bool
    /// Why it was made.
    public let reason: Reason
    /// When it was made, in seconds since 1970.
    public let madeAt: Timestamp
    /// Its size.
    public let bytes: Int
}

/// The name of a backup's file, which says all that is known of it: `prompts-1f3a9c02-20261124T053401Z-asked.db`.
///
/// The number tells libraries of one name apart; it follows from the path.
struct BackupName: Equatable {
    let libraryName: String
    let pathHash: String
    /// `20261124T053401Z`, UTC.
    let moment: String
    let reason: Backup.Reason
    /// Tells several of one second apart.
    var number = 1

    init(library path: String, reason: Backup.Reason, madeAt seconds: Double) {
        let file = (path as NSString).lastPathComponent
        libraryName = (file as NSString).deletingPathExtension
        pathHash = Self.hash(path)
        let digits = Timestamp.text(seconds: Int(seconds)).filter { $0.isNumber || $0 == " " }
        moment = digits.replacing(" ", with: "T") + "Z"
        self.reason = reason
    }

    /// Reads a name; nil where it is none of ours.
    init?(file: String) {
        guard file.hasSuffix(".db") else { return nil }
        var parts = file.dropLast(3).split(separator: "-", omittingEmptySubsequences: false)
        if let last = parts.last, let number = Int(last), number > 1 {
            self.number = number
            parts.removeLast()
        }
        guard parts.count >= 4, let reason = Backup.Reason(rawValue: String(parts.removeLast())) else { return nil }
        self.reason = reason
        moment = String(parts.removeLast())
        pathHash = String(parts.removeLast())
        libraryName = parts.joined(separator: "-")
        guard madeAt?.seconds != nil, pathHash.count == 8 else { return nil }
    }

    var file: String {
        let counter = number > 1 ? "-\(number)" : ""
        return "\(libraryName)-\(pathHash)-\(moment)-\(reason.rawValue)\(counter).db"
    }

    /// When it was made; nil where the moment is none.
    var madeAt: Timestamp? {
        let digits = Array(moment)
        guard digits.count == 16, digits[8] == "T", digits[15] == "Z" else { return nil }
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        let date = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
        return Timestamp(text: "\(date) \(part(9..<11)):\(part(11..<13)):\(part(13..<15))")
    }

    /// FNV-1a of 32 bits, in hexadecimal digits: http://www.isthe.com/chongo/tech/comp/fnv/
    static func hash(_ text: String) -> String {
        let hash = text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
