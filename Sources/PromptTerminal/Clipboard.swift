import Glibc

/// Where what is copied goes: to a program for clipboards where there is a display, to tmux, else to the terminal.
public enum Clipboard: Equatable, Sendable {
    /// A program that takes the clipboard's new content from its standard input.
    case program(String, arguments: [String])
    /// tmux, which keeps it and hands it on to the terminal that it is shown on.
    case tmux
    /// The terminal itself, by OSC 52.
    case terminal

    /// What this process's environment suggests.
    public static var here: Clipboard {
        let environment = { (name: String) in getenv(name).map { String(cString: $0) } }
        let directories = (environment("PATH") ?? "").split(separator: ":")
        return Clipboard(environment: environment) { program in
            directories.contains { access("\($0)/\(program)", X_OK) == 0 }
        }
    }

    /// - Parameters:
    ///   - environment: the value of a variable.
    ///   - isThere: whether there is a program of this name.
    init(environment: (String) -> String?, isThere: (String) -> Bool) {
        func isSet(_ name: String) -> Bool { !(environment(name) ?? "").isEmpty }
        // Whoever comes from elsewhere wants it on the clipboard there, not on this machine's.
        let isLocal = !isSet("SSH_CONNECTION") && !isSet("SSH_TTY")
        let programs: [(variable: String?, name: String, arguments: [String])] = [
            ("WAYLAND_DISPLAY", "wl-copy", []), ("DISPLAY", "xclip", ["-selection", "clipboard"]),
            ("DISPLAY", "xsel", ["--clipboard", "--input"]), (nil, "pbcopy", []),
        ]
        let program = programs.first { isLocal && $0.variable.map(isSet) ?? true && isThere($0.name) }
        if let program {
            self = .program(program.name, arguments: program.arguments)
        } else {
            self = isSet("TMUX") && isThere("tmux") ? .tmux : .terminal
        }
    }

    /// The program to run, and what to tell it; nil where it takes none.
    var command: (program: String, arguments: [String])? {
        switch self {
        case .program(let name, let arguments): (name, arguments)
        case .tmux: ("tmux", ["load-buffer", "-w", "-"])
        case .terminal: nil
        }
    }
}
