import GRDB

/// Running sums of all ratings by phase, from which a score takes its prior.
enum PhaseMeans {
    /// Fewer ratings than this say too little to be a prior of their own.
    static let enough = 20

    /// The ratings that count: in range, and the newest of its prompt and session; no session is a session of its own.
    static let countedRatings = """
        user_feedback f WHERE f.rating BETWEEN 1 AND 5 AND NOT EXISTS (SELECT 1 FROM user_feedback n
          WHERE n.prompt_id = f.prompt_id AND n.session_id = f.session_id AND n.rating BETWEEN 1 AND 5
          AND \(RowQueries.isNewer("n", than: "f")))
        """

    private static let ofPrompt =
        "SELECT count(*), total((f.rating - 1) / 4.0) FROM \(countedRatings) AND f.prompt_id = ?"
    private static let phase = "SELECT phase FROM prompts WHERE id = ?"
    private static let ofPhase = "SELECT rating_count, rating_sum FROM pa_phase_ratings WHERE phase = ?"
    private static let ofAll = "SELECT sum(rating_count), sum(rating_sum) FROM pa_phase_ratings"

    static let named = [
        NamedQuery("phase of a prompt", phase), NamedQuery("ratings of a prompt", ofPrompt),
        NamedQuery("ratings of a phase", ofPhase),
        NamedQuery("ratings of all phases", ofAll),
    ]

    /// What the running sums should be.
    static let counted = """
        SELECT phase, sum(number), sum(total) FROM (
          SELECT f.prompt_id AS prompt_id, count(*) AS number, total((f.rating - 1) / 4.0) AS total
          FROM \(countedRatings) GROUP BY f.prompt_id)
        JOIN prompts ON prompts.id = prompt_id GROUP BY phase
        """
    /// What they are.
    static let stored = "SELECT phase, rating_count, rating_sum FROM pa_phase_ratings"

    /// Fills the sums from the ratings that are in the file.
    static func rebuild(in database: Database) throws {
        try database.execute(sql: "INSERT INTO pa_phase_ratings (phase, rating_count, rating_sum) \(counted)")
    }

    /// Fills them anew.
    static func renew(in database: Database) throws {
        try database.execute(sql: "DELETE FROM pa_phase_ratings")
        try rebuild(in: database)
    }

    /// What the ratings of one prompt add to the sums of its phase.
    struct Share {
        let phase: String
        let count: Int
        let sum: Double
    }

    /// Finds it; nil where there is no such prompt.
    static func share(of promptID: String, in database: Database) throws -> Share? {
        guard let prompt = try Row.fetchOne(database.cachedStatement(sql: phase), arguments: [promptID]) else {
            return nil
        }
        let row = try Row.fetchOne(database.cachedStatement(sql: ofPrompt), arguments: [promptID])
        return Share(phase: prompt.text("phase") ?? "", count: row?[0] ?? 0, sum: row?[1] ?? 0)
    }

    /// Brings the sums up to date after a prompt's share has become another.
    static func move(_ old: Share?, to new: Share?, in database: Database) throws {
        if let old, let new, old.phase == new.phase {
            return try add(count: new.count - old.count, sum: new.sum - old.sum, phase: new.phase, in: database)
        }
        if let old { try add(count: -old.count, sum: -old.sum, phase: old.phase, in: database) }
        if let new { try add(count: new.count, sum: new.sum, phase: new.phase, in: database) }
    }

    private static func add(count: Int, sum: Double, phase: String, in database: Database) throws {
        if count == 0 && sum == 0 { return }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO pa_phase_ratings VALUES (?1, ?2, ?3)
                ON CONFLICT (phase) DO UPDATE SET rating_count = rating_count + ?2, rating_sum = rating_sum + ?3
                """
        )
        try statement.execute(arguments: [phase, count, sum])
    }

    /// The prior mean of a phase, 0...1: of the phase, else of the library, else 0.5.
    static func mean(phase: String, in database: Database) throws -> Double {
        let own = try Row.fetchOne(database.cachedStatement(sql: ofPhase), arguments: [phase])
        if let own, let count = own[0] as Int?, let sum = own[1] as Double?, count >= enough {
            return sum / Double(count)
        }
        let all = try Row.fetchOne(database.cachedStatement(sql: ofAll))
        if let all, let count = all[0] as Int?, let sum = all[1] as Double?, count >= enough {
            return sum / Double(count)
        }
        return 0.5
    }
}
