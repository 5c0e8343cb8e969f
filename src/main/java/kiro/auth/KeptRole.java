package kiro.auth;

/// A role of AWS that is taken on with whatever credentials there are.
///
/// @param region whose token service is asked
public record KeptRole(String arn, String region, Way way) {
    /// What shows the token service who asks.
    public enum Way {
        /// The credentials that are found.
        CREDENTIALS("credentials"),
        /// A token that GitHub gives to a job.
        GITHUB("github"),
        /// A token in a file that the environment names.
        TOKEN_FILE("token-file");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
