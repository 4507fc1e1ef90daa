import Foundation
import Testing

struct RatingTests {
    @Test func `a rating that is shown as saved is in the file, undo takes it out, and redo puts it back`() async throws
    {
        try await TmuxTerminal.open { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            let id = try await library.query(
                "SELECT id FROM prompts WHERE content LIKE '# Review a pull request, with a risk per file%' ORDER BY created_at DESC LIMIT 1"
            )
            let ratings = "SELECT rating, feedback_type FROM user_feedback WHERE prompt_id = '\(id)' ORDER BY id"
            let score = "SELECT effectiveness_score FROM prompts WHERE id = '\(id)'"
            let ratingsBefore = try await library.query(ratings)
            let scoreBefore = try await library.query(score)

            try await terminal.browse("--database", "prompts.db")
            try await terminal.send("4")
            try await terminal.waitFor("Rated ★★★★·, saved. Score")
            let scoreRated = try await library.query(score)
            #expect(try await library.query(ratings) == ratingsBefore + "\n4|rating")
            #expect(scoreRated != scoreBefore)

            try await terminal.send("u")
            try await terminal.waitFor("Undone: rating 4.")
            #expect(try await library.query(ratings) == ratingsBefore)
            #expect(try await library.query(score) != scoreRated)

            try await terminal.send("C-r")
            try await terminal.waitFor("Made again: rating 4.")
            #expect(try await library.query(ratings) == ratingsBefore + "\n4|rating")
            // Every observation is a little older by now, and weighs a little less.
            #expect(abs(try #require(Double(await library.query(score))) - #require(Double(scoreRated))) < 0.0001)
        }
    }

    @Test func `every rating shown as saved survives a kill at once`() async throws {
        try await TmuxTerminal.open { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            let newest = try await library.query("SELECT max(id) FROM user_feedback")
            let process = try await terminal.browse("--database", "prompts.db")
            let given = [2, 5, 1, 4, 3, 5, 1]
            for (place, stars) in given.enumerated() {
                if place > 0 { try await terminal.send("j") }
                try await terminal.send("\(stars)")
                try await terminal.waitFor(
                    "Rated " + ["★····", "★★···", "★★★··", "★★★★·", "★★★★★"][stars - 1] + ", saved"
                )
            }
            kill(process, SIGKILL)
            let saved =
                "SELECT group_concat(rating, ' ') FROM (SELECT rating FROM user_feedback WHERE id > \(newest) ORDER BY id)"
            #expect(try await library.query(saved) == given.map(String.init).joined(separator: " "))
            #expect(try await library.query("PRAGMA integrity_check") == "ok")
        }
    }

    @Test func `a comment is saved and shown`() async throws {
        try await TmuxTerminal.open(width: 120, height: 40) { terminal in
            let library = try Library(at: terminal.home + "/prompts.db")
            try await terminal.browse("--database", "prompts.db")
            try await terminal.send("c")
            try await terminal.waitFor("─ Comment ─")
            try await terminal.sendLiteral("Größer geht's; “kurz” is too short q5u")
            try await terminal.send("Enter")
            try await terminal.waitFor("Comment saved.")
            try await terminal.waitFor("Größer geht's; “kurz” is too short q5u")
            let newest =
                "SELECT rating IS NULL, feedback_type, feedback_text FROM user_feedback ORDER BY id DESC LIMIT 1"
            #expect(try await library.query(newest) == "1|comment|Größer geht's; “kurz” is too short q5u")
        }
    }
}
