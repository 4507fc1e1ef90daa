import Foundation
import Testing

struct ConfigTests {
    @Test func `keys of the configuration work, and what is wrong in it is named`() async throws {
        try await TmuxTerminal.open(width: 140, height: 40) { terminal in
            _ = try Library(at: terminal.home + "/prompts.db")
            let config = """
                providers: {openai: {api_key: secret}}
                browser:
                  keys: {down: x, dwon: y}
                """
            try config.write(toFile: terminal.home + "/config.yaml", atomically: true, encoding: .utf8)
            try await terminal.shell("chmod 600 config.yaml")
            try await terminal.browse("--data-dir", ".", until: "▸ ★★★★·")
            try await terminal.waitFor(
                "~/./config.yaml, line 3, column 19: there is no command “dwon”; did you mean down?"
            )
            try await terminal.send("x")
            try await terminal.waitFor("▸ ★★★·· .64 coag Review a pull request")
            try await terminal.waitForEnd(of: "dwon")
            try await terminal.send("q")
            try await terminal.waitForPrompt()
        }
    }

    @Test func `a theme gives colours of its own, and NO_COLOR takes them away`() async throws {
        for (variables, isColoured) in [([:], true), (["NO_COLOR": "1"], false)] {
            try await TmuxTerminal.open(variables: variables) { terminal in
                _ = try Library(at: terminal.home + "/prompts.db")
                try "browser: {theme: {star: \"#ff8700\"}}".write(
                    toFile: terminal.home + "/config.yaml",
                    atomically: true,
                    encoding: .utf8
                )
                try await terminal.shell("chmod 600 config.yaml")
                try await terminal.browse("--data-dir", ".")
                try await terminal.waitFor("▸coag .81")
                let screen = try await terminal.capture(withStyles: true).joined(separator: "\n")
                #expect(screen.contains("38;5;208m★") == isColoured, "\(screen)")
            }
        }
    }
}
