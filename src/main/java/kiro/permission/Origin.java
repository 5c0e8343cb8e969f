package kiro.permission;

/// Who made a rule, from the strongest word in a conflict of equals to the weakest.
public enum Origin {
    /// Whoever looks after the machine: a file that only they can write.
    ORGANISATION("organisation"),
    /// The person, for all their projects.
    USER("user"),
    /// The person, for one project; kept outside of it.
    PROJECT("project"),
    /// The project itself, in its repository: to allow something it has to be trusted.
    REPOSITORY("repository");

    private final String word;

    Origin(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
