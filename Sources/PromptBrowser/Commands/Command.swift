import PromptStore

/// What a person can ask for with a key.
public enum Command: Hashable, Sendable {
    case down, up, halfPageDown, halfPageUp, pageDown, pageUp, first, last
    case nextPane, previousPane, open, history, zoom, narrower, wider
    case search, nextHit, previousHit, scrollLeft, scrollRight
    case filter, sort, reverse
    case parent, previousSibling, nextSibling
    case rate(Int)
    case withdraw, comment, undo, redo
    case editFeedback, withdrawFeedback
    case tags, add, edit, delete
    case mark, markRange, markAll
    case copyText, copyCommand, exportPrompts
    case maintenance, tasks
    case runTask(MaintenanceTask.Kind)
    case help, palette, migrate, redraw, suspend, interrupt, back, quit
}

/// One line of the command table.
public struct CommandEntry: Equatable, Sendable {
    /// Where a command belongs in the help.
    public enum Group: String, CaseIterable, Sendable {
        case moving = "Moving"
        case panes = "Panes"
        case searching = "Searching"
        case sorting = "Sorting"
        case rating = "Rating"
        case changing = "Changing"
        case marking = "Marking"
        case copying = "Copying"
        case maintaining = "Tasks"
        case general = "General"
    }

    /// The command.
    public let command: Command
    /// What it does, in the imperative.
    public let title: String
    /// The same in a word or two for the footer; nil where the footer is better without it.
    let footer: String?
    /// Where it belongs.
    public let group: Group
    /// The panes in which it works.
    public let panes: [Pane]
    /// The keys that call it, unless a person has changed them.
    public internal(set) var keys: [Key]
}

/// The one list of commands, from which the keys, the footer, the help and the documentation are made.
public enum CommandTable {
    /// All commands.
    public static let entries: [CommandEntry] =
        [
            entry(.down, "Move or scroll down a line", .moving, [.character("j"), .down]),
            entry(.up, "Move or scroll up a line", .moving, [.character("k"), .up]),
            entry(.halfPageDown, "Half a page down", .moving, [.control("d")]),
            entry(.halfPageUp, "Half a page up", .moving, [.control("u")]),
            entry(.pageDown, "A page down", .moving, [.pageDown]),
            entry(.pageUp, "A page up", .moving, [.pageUp]),
            entry(.first, "To the start", .moving, [.character("g"), .home]),
            entry(.last, "To the end", .moving, [.character("G"), .end]),
            entry(.scrollLeft, "Scroll to the left", .moving, in: [.detail], [.left]),
            entry(.scrollRight, "Scroll to the right", .moving, in: [.detail], [.right]),
            entry(.parent, "To the parent of the prompt", .moving, [.character("p")]),
            entry(.previousSibling, "To the previous sibling of the prompt", .moving, [.character("[")]),
            entry(.nextSibling, "To the next sibling of the prompt", .moving, [.character("]")]),
            entry(.nextPane, "Go to the next pane", .panes, [.tab, .character("l")], footer: "pane"),
            entry(.previousPane, "Go to the previous pane", .panes, [.backTab, .character("h")]),
            entry(
                .open,
                "Read the prompt in full; in Lineage, go to that prompt",
                .panes,
                in: [.prompts, .lineage],
                [.enter],
                footer: "open"
            ),
            entry(.history, "Show the earlier texts of the prompt", .panes, [.character("H")], footer: "history"),
            entry(.zoom, "Give the pane the whole screen, or take it back", .panes, [.character("z")], footer: "zoom"),
            entry(.narrower, "Make the list narrower", .panes, [.character("<")]),
            entry(.wider, "Make the list wider", .panes, [.character(">")]),
            entry(.search, "Search as you type", .searching, [.character("/")], footer: "search"),
            entry(.nextHit, "Next hit in the text", .searching, [.character("n")]),
            entry(.previousHit, "Previous hit in the text", .searching, [.character("N")]),
            entry(
                .filter,
                "Filter the list: a menu of values with their counts",
                .searching,
                [.character("f")],
                footer: "filter"
            ),
            entry(.sort, "Sort the list: a menu of orders", .sorting, [.character("s")], footer: "sort"),
            entry(.reverse, "Reverse the order of the list", .sorting, [.character("S")]),
        ]
        + (1...5).map { stars in
            entry(
                .rate(stars),
                stars == 1 ? "Rate the prompt 1 star" : "Rate the prompt \(stars) stars",
                .rating,
                [.character(Character("\(stars)"))],
                footer: stars == 1 ? "rate" : nil
            )
        } + [
            entry(.withdraw, "Withdraw the rating given in this session", .rating, [.character("0")]),
            entry(
                .comment,
                "Write a comment; in Feedback, edit one of this session",
                .rating,
                [.character("c")],
                footer: "comment"
            ),
            entry(.editFeedback, "Edit a comment of this session", .rating, in: [.feedback], [.enter]),
            entry(.withdrawFeedback, "Withdraw what was said in this session", .rating, in: [.feedback], [.delete]),
            entry(.undo, "Undo the last change", .rating, [.character("u")], footer: "undo"),
            entry(.redo, "Redo what was undone", .rating, [.control("r")]),
            entry(
                .tags,
                "Edit tags, of the prompt or of all that are marked",
                .changing,
                [.character("t")],
                footer: "tags"
            ),
            entry(.add, "Add a prompt", .changing, [.character("a")]),
            entry(.edit, "Edit the text in $VISUAL or $EDITOR", .changing, [.character("e")], footer: "edit"),
            entry(
                .delete,
                "Delete the prompt, or all that are marked; asks",
                .changing,
                in: [.prompts, .detail, .lineage, .metrics],
                [.delete]
            ),
            entry(.mark, "Mark the prompt, or unmark it", .marking, in: [.prompts], [.character(" ")]),
            entry(.markRange, "Begin a range of marks, or end it", .marking, in: [.prompts], [.character("v")]),
            entry(.markAll, "Mark all that match the search", .marking, in: [.prompts], [.character("*")]),
            entry(.copyText, "Copy the text of the prompt", .copying, [.character("y")], footer: "copy"),
            entry(.copyCommand, "Copy a command that prints the prompt", .copying, [.character("Y")]),
            entry(.exportPrompts, "Export the prompt, or all that are marked", .copying, [.character("x")]),
            entry(
                .maintenance,
                "Maintenance: tasks, backups, how the library is",
                .maintaining,
                [.character("m")],
                footer: "maintenance"
            ),
            entry(.tasks, "Tasks: what runs, waits and has ended", .maintaining, [.character("T")]),
            entry(.help, "Show all keys and what they do", .general, [.character("?")], footer: "help"),
            entry(
                .palette,
                "Find and run a command by a few letters; a number goes to that row",
                .general,
                [.character(":"), .control("p")]
            ),
            entry(.migrate, "Give a library of an earlier version what it lacks", .general, [.character("M")]),
            entry(.redraw, "Draw the screen anew", .general, [.control("l")]),
            entry(.suspend, "Go back to the shell for a while", .general, [.control("z")]),
            entry(
                .interrupt,
                "Cancel the running search, sorting or task, else ask to quit",
                .general,
                [.control("c")]
            ),
            entry(
                .back,
                "Go back: from marks, from zoom, to the list, from a search",
                .general,
                [.escape],
                footer: "back"
            ),
            entry(.quit, "Quit; from zoom, go back", .general, [.character("q")], footer: "quit"),
        ]

    /// One for each kind of maintenance, which the palette finds by name.
    public static let taskEntries = MaintenanceTask.Kind.allCases.map { kind in
        entry(.runTask(kind), "\(kind.title): \(kind.summary.prefix { $0 != "." })", .maintaining, [])
    }

    private static func entry(
        _ command: Command,
        _ title: String,
        _ group: CommandEntry.Group,
        in panes: [Pane] = Pane.allCases,
        _ keys: [Key],
        footer: String? = nil
    ) -> CommandEntry {
        CommandEntry(
            command: command,
            title: title,
            footer: footer,
            group: group,
            panes: panes,
            keys: keys
        )
    }
}
