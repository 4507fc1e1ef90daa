import Testing

@testable import PromptTerminal

struct ClipboardTests {
    private func clipboard(_ variables: [String: String], _ programs: String...) -> Clipboard {
        Clipboard(environment: { variables[$0] }, isThere: programs.contains)
    }

    @Test func `a display and its program come first`() {
        let both = ["WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0", "TMUX": "/tmp/tmux,1,0"]
        #expect(clipboard(both, "xclip", "wl-copy", "tmux") == .program("wl-copy", arguments: []))
        #expect(clipboard(both, "xclip", "xsel") == .program("xclip", arguments: ["-selection", "clipboard"]))
        #expect(clipboard(["DISPLAY": ":0"], "wl-copy", "xsel").command?.program == "xsel")
        #expect(clipboard([:], "wl-copy", "xclip", "pbcopy") == .program("pbcopy", arguments: []))
    }

    @Test(arguments: ["SSH_CONNECTION", "SSH_TTY"])
    func `whoever comes from elsewhere gets nothing put on the clipboard here`(variable: String) {
        #expect(clipboard([variable: "x", "DISPLAY": ":0"], "xclip", "pbcopy") == .terminal)
    }

    @Test func `without a display tmux has it, and without tmux the terminal`() {
        #expect(clipboard(["TMUX": "/tmp/tmux,1,0", "DISPLAY": ""], "xclip", "tmux") == .tmux)
        #expect(clipboard(["TMUX": "/tmp/tmux,1,0"]) == .terminal)
        #expect(clipboard(["DISPLAY": ":0"]) == .terminal)
        #expect(clipboard([:], "tmux") == .terminal)
    }

    @Test func `a program that fails or is not there is said to have refused`() async {
        #expect(await Clipboard.program("true", arguments: []).run([65]) == .taken(by: "true"))
        #expect(await Clipboard.program("false", arguments: []).run([65]) == .refused(by: "false"))
        #expect(await Clipboard.program("no-such-program", arguments: []).run([]) == .refused(by: "no-such-program"))
    }

    @Test func `bytes are sent in base64, in an envelope as well where tmux is in between`() {
        #expect(OSC52.sequence(Array("A★".utf8), isInTmux: false) == "\u{1B}]52;c;QeKYhQ==\u{07}")
        #expect(
            OSC52.sequence([0, 255], isInTmux: true)
                == "\u{1B}]52;c;AP8=\u{07}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;AP8=\u{07}\u{1B}\\"
        )
    }
}
