import Foundation
import PromptBrowser
import Testing

/// The table of keys in the README is made from the command table: `UPDATE_SCREENS=1` writes it anew.
struct KeyTableTests {
    private static let begin = "<!-- keys: begin -->\n"
    private static let end = "<!-- keys: end -->"

    @Test func theReadmeHasTheKeysOfTheCommandTable() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../README.md").standardized
        let readme = try String(contentsOf: file, encoding: .utf8)
        let begin = try #require(readme.range(of: Self.begin)).upperBound
        let end = try #require(readme.range(of: Self.end)).lowerBound
        if ProcessInfo.processInfo.environment["UPDATE_SCREENS"] == "1" {
            let updated = readme[..<begin] + Self.table + readme[end...]
            try updated.write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(readme[begin..<end] == Self.table)
        }
    }

    @Test func noKeyHasTwoMeaningsInOnePane() {
        for pane in Pane.allCases {
            let keys = CommandTable.entries.filter { $0.panes.contains(pane) }.flatMap(\.keys)
            #expect(Set(keys).count == keys.count, "\(pane)")
        }
    }

    @Test func everyCommandHasAKeyThatNoOtherKeyIsCalledLike() {
        let keys = CommandTable.entries.flatMap(\.keys)
        #expect(CommandTable.entries.allSatisfy { !$0.keys.isEmpty && !$0.panes.isEmpty })
        #expect(Set(keys.map(\.name)).count == Set(keys).count)
    }

    private static var table: String {
        var lines = ["| | keys | what they do |", "|---|---|---|"]
        for group in CommandEntry.Group.allCases {
            var heading = "**\(group.rawValue)**"
            for entry in CommandTable.entries where entry.group == group {
                var keys = entry.keys.map { "`\($0.name)`" }.joined(separator: " ")
                var title = entry.title
                if case .rate(let stars) = entry.command {
                    guard stars == 1 else { continue }
                    keys = "`1` to `5`"
                    title = "Rate the prompt 1 to 5 stars"
                }
                lines.append("| \(heading) | \(keys) | \(title) |")
                heading = ""
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
