import CNcurses
import Glibc
import PromptBrowser

/// One visit to the person's own editor: a private file, the terminal handed over, and what was made of the text.
struct EditorSession {
    let promptID: String
    let original: String

    /// Opens `$VISUAL`, else `$EDITOR`, else vi, and comes back when the person leaves it.
    ///
    /// The terminal must have been given back before.
    func run() -> EditedText {
        guard let directory = Self.makeDirectory() else {
            return failed("", "There is no room for a file to edit; nothing was changed, set TMPDIR to another place.")
        }
        let path = directory + "/prompt.md"
        guard Self.write(original, to: path) else {
            return failed(path, "The text could not be written to \(path); nothing was changed, make room there.")
        }
        guard let status = Self.wait(forEditorOf: path) else {
            return failed(path, "No shell could be started to run your editor; nothing was changed.")
        }
        guard status == 0 else {
            return failed(
                path,
                "The editor ended with an error (\(status)); nothing was changed, your text is in \(path)."
            )
        }
        guard let bytes = Self.read(path) else {
            return failed(path, "\(path) could not be read again; nothing was changed.")
        }
        guard var text = String(validating: bytes, as: UTF8.self) else {
            return failed(path, "What the editor saved is not UTF-8; nothing was changed, it is in \(path).")
        }
        // Most editors end the last line whether it was ended or not.
        if text.utf8.last == 0x0A, original.utf8.last != 0x0A { text.removeLast() }
        return EditedText(promptID: promptID, original: original, text: text, path: path)
    }

    /// Removes the file of an edited text, and its directory.
    static func discard(_ path: String) {
        unlink(path)
        if let slash = path.lastIndex(of: "/") { rmdir(String(path[..<slash])) }
    }

    private func failed(_ path: String, _ complaint: String) -> EditedText {
        EditedText(promptID: promptID, original: original, text: nil, path: path, complaint: complaint)
    }

    /// Makes a directory for its owner only.
    private static func makeDirectory() -> String? {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        var template = Array(((parent.isEmpty ? "/tmp" : parent) + "/prompt-alchemy-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func write(_ text: String, to path: String) -> Bool {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            rest = rest.dropFirst(count)
        }
        return close(descriptor) == 0 && rest.isEmpty
    }

    private static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&part, 1, part.count, file)
            if count == 0 { return ferror(file) == 0 ? bytes : nil }
            bytes += part.prefix(count)
        }
    }

    /// - Returns: the editor's exit status, or that of the signal that ended it; nil where it could not be started.
    private static func wait(forEditorOf path: String) -> Int32? {
        // As in a shell that waits: the keys for these signals are the editor's, and stopping stops both.
        signal(SIGINT, SIG_IGN)
        signal(SIGQUIT, SIG_IGN)
        signal(SIGTSTP, SIG_DFL)
        defer {
            signal(SIGQUIT, SIG_DFL)
            SignalPipe.install(SIGINT)
            SignalPipe.install(SIGTSTP)
        }
        guard let process = spawn(["sh", "-c", #"${VISUAL:-${EDITOR:-vi}} "$1""#, "sh", path]) else { return nil }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return nil }
        }
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }

    private static func spawn(_ words: [String]) -> pid_t? {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        sigemptyset(&defaults)
        for number in [SIGINT, SIGQUIT, SIGTSTP, SIGPIPE] { sigaddset(&defaults, number) }
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        guard posix_spawn(&process, "/bin/sh", nil, &attributes, &arguments, pa_environment()) == 0 else { return nil }
        return process
    }
}
