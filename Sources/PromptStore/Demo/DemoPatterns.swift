extension DemoLibrary.Pattern {
    /// Fifteen findings about the library.
    ///
    /// - Parameter now: seconds since 1970.
    static func samples(now: Int) -> [Self] {
        let findings: [(type: String, data: String, confidence: Double, uses: Int)] = [
            ("structure", #"{"feature":"output_format_section","effect":0.21,"phase":"coagulatio"}"#, 0.91, 212),
            ("structure", #"{"feature":"numbered_constraints","effect":0.12,"phase":"coagulatio"}"#, 0.78, 164),
            ("structure", #"{"feature":"xml_sections","effect":0.08,"provider":"anthropic"}"#, 0.66, 73),
            ("length", #"{"optimal_characters":[600,1400],"phase":"coagulatio"}"#, 0.83, 140),
            ("length", #"{"optimal_characters":[40,180],"phase":"prima-materia"}"#, 0.54, 31),
            ("phrase", #"{"phrase":"If none, write","effect":0.17,"examples":19}"#, 0.72, 58),
            ("phrase", #"{"phrase":"do not make any up","effect":0.14,"examples":11}"#, 0.61, 22),
            ("phrase", #"{"phrase":"be creative","effect":-0.19,"examples":9}"#, 0.58, 0),
            ("persona", #"{"persona":"code","best_phase":"coagulatio","mean_rating":4.1}"#, 0.88, 97),
            ("persona", #"{"persona":"writing","best_phase":"solutio","mean_rating":3.9}"#, 0.69, 44),
            ("temperature", #"{"task":"classification","temperature":0.0,"success_rate":0.97}"#, 0.94, 121),
            ("temperature", #"{"task":"titles","temperature":0.9,"success_rate":0.81}"#, 0.63, 18),
            ("provider", #"{"tag":"sql","provider":"anthropic","model":"claude-sonnet-4-20250514"}"#, 0.75, 66),
            ("provider", #"{"tag":"summary","provider":"ollama","model":"llama3.1:8b","max_tokens":512}"#, 0.42, 7),
            ("sequence", #"{"phases":["prima-materia","solutio","coagulatio"],"gain":0.18}"#, 0.86, 133),
        ]
        return findings.enumerated().map { index, finding in
            let created = now - (500 - index * 31) * 86_400 - index * 3217
            return Self(
                patternType: finding.type,
                patternData: finding.data,
                confidenceScore: finding.confidence,
                usageCount: finding.uses,
                createdAt: created,
                updatedAt: created + (now - created) / 3
            )
        }
    }
}
