import Foundation

extension PromptStore {
    /// Reads the whole text of a prompt, to be edited.
    ///
    /// - Throws: `StoreError.promptGone` where there is no prompt of this id; `.unreadableText` where its text is none.
    public func editableText(of id: String) throws(StoreError) -> String {
        guard let text = String(validating: try text(of: id), as: UTF8.self) else { throw .unreadableText(id: id) }
        return text
    }
}
