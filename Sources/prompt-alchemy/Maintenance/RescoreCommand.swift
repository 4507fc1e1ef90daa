import ArgumentParser
import PromptStore

struct RescoreCommand: ParsableCommand {
    static let configuration = TaskOptions.configuration(.rescore)

    @OptionGroup var options: WritingTaskOptions

    func run() throws { try options.perform(.rescore) }
}
