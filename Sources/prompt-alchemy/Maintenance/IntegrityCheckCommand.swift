import ArgumentParser
import PromptStore

struct IntegrityCheckCommand: ParsableCommand {
    static let configuration = TaskOptions.configuration(
        .integrityCheck,
        discussion: "Ends with status 1 where the file is damaged, and with 0 where there is only advice."
    )

    @Flag(help: "Leave out whether indexes agree with their tables, and a look at each text and score.")
    var quick = false

    @OptionGroup var options: TaskOptions

    func run() throws { try options.perform(.integrityCheck(isQuick: quick)) }
}
