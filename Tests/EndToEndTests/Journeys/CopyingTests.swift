import Foundation
import Testing

struct CopyingTests {
    @Test func `text goes to the terminal's clipboard byte by byte, where it takes any`() async throws {
        try await TmuxTerminal.open(width: 120, height: 40) { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            try await terminal.tmux("set", "-s", "set-clipboard", "on")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.waitFor("▸ ★★★★· .81 coag Review a pull request, with a risk")
            try await terminal.send("y")
            try await terminal.waitFor("to the terminal by OSC 52; whether it took it, only it knows.")
            let text = try await library.query(
                "SELECT content FROM prompts ORDER BY created_at DESC, rowid DESC LIMIT 1"
            )
            try await terminal.waitFor("tmux's buffer") { _ in
                try await terminal.tmux("show-buffer").trimmingCharacters(in: .newlines) == text
            }
            try await terminal.send("Y")
            try await terminal.waitFor("Sent “prompt-alchemy show")
            try await terminal.waitFor("tmux's buffer") { _ in
                try await terminal.tmux("show-buffer").hasSuffix(" --database \(terminal.home)/prompts.db")
            }
            try await terminal.send("q")
            try await terminal.waitForPrompt()
        }
    }

    @Test func `a program for clipboards gets the text where there is a display`() async throws {
        try await TmuxTerminal.open(width: 120, height: 40, variables: ["DISPLAY": ":7"]) { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            try FileManager.default.createDirectory(atPath: terminal.home + "/bin", withIntermediateDirectories: false)
            let script = "#!/bin/sh\necho \"$@\" >arguments\ncat >taken\n"
            try script.write(toFile: terminal.home + "/bin/xclip", atomically: true, encoding: .utf8)
            try await terminal.shell("chmod 700 bin/xclip; PATH=$HOME/bin:$PATH; export PATH")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.waitFor("▸ ★★★★· .81 coag Review a pull request, with a risk")
            try await terminal.send("y")
            try await terminal.waitFor(" with xclip.")
            let text = try await library.query(
                "SELECT content FROM prompts ORDER BY created_at DESC, rowid DESC LIMIT 1"
            )
            let taken = try String(contentsOfFile: terminal.home + "/taken", encoding: .utf8)
            #expect(taken.trimmingCharacters(in: .newlines) == text)
            let arguments = try String(contentsOfFile: terminal.home + "/arguments", encoding: .utf8)
            #expect(arguments == "-selection clipboard\n")
            try await terminal.send("q")
            try await terminal.waitForPrompt()
        }
    }
}
