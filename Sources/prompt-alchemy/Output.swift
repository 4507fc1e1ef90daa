import ArgumentParser
import Foundation
import PromptBrowser
import PromptStore

/// What a command prints its findings as.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

/// How a command prints.
struct OutputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How to print: text, or json for other programs.", valueName: "format"))
    var output = OutputFormat.text
}

/// The standard output.
enum Output {
    /// Whether somebody looks at it, so that nothing in it may be obeyed.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Writes bytes as they are.
    static func write(_ bytes: Data) throws {
        do {
            try FileHandle.standardOutput.write(contentsOf: bytes)
        } catch {
            throw Failure.unwritable("The output could not be written; make room where it goes, and try again.")
        }
    }

    /// Writes lines, each of which may come from a file and is made visible.
    static func write(lines: [String]) throws {
        try write(Data(lines.map { visible($0) + "\n" }.joined().utf8))
    }

    /// Writes lines of a list, which on a terminal take one of its lines each.
    static func write(list lines: [String]) throws {
        guard let columns else { return try write(lines: lines) }
        try write(
            lines: lines.map { line in
                let cells = VisibleText.cells(of: line, filling: columns)
                return Truncation.fit(cells, width: columns, ellipsis: true).map(\.text).joined()
            }
        )
    }

    /// The width of the terminal, where there is one.
    private static var columns: Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Writes a value on lines of its own.
    static func write(_ json: JSON) throws { try write(Data((json.text + "\n").utf8)) }

    /// Writes a sentence to the standard error.
    static func warn(_ sentence: String) {
        // It may name what a file holds, and a terminal may be what reads it.
        FileHandle.standardError.write(Data("prompt-alchemy: \(visible(sentence))\n".utf8))
    }

    /// One line of text with everything spelled out that a terminal would obey.
    static func visible(_ text: String) -> String { VisibleText.cells(of: text).map(\.text).joined() }
}

extension Output {
    /// A score 0...1 with two digits; what is no number as it is, with a question mark.
    static func score(_ stored: StoredNumber) -> String {
        switch stored {
        case .none: "–"
        case .number(let value): String(format: "%.2f", value)
        case .text(let text): text + "?"
        }
    }

    /// A rating of 1 to 5 as stars, none as five points; anything else as it is, with a question mark.
    static func stars(_ stored: StoredNumber) -> String {
        switch stored {
        case .none: stars(0)
        case .number(let value): Int(exactly: value).flatMap { (1...5).contains($0) ? stars($0) : nil } ?? "\(value)?"
        case .text(let text): text + "?"
        }
    }

    /// `★★★··`.
    static func stars(_ count: Int) -> String {
        String(repeating: "★", count: count) + String(repeating: "·", count: max(0, 5 - count))
    }
}
