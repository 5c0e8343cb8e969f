package kiro.model.builtin.write;

/// What an endpoint does with a resource.
enum Action {
    READ("get", "reading"),
    LIST("list", "listing"),
    CREATE("create", "creating"),
    REPLACE("update", "updating"),
    CHANGE("update", "changing"),
    DELETE("delete", "deleting"),
    /// Does what the last word of the path says.
    ACT("do", "doing");

    private final String verb;
    private final String gerund;

    Action(String verb, String gerund) {
        this.verb = verb;
        this.gerund = gerund;
    }

    String verb() {
        return verb;
    }

    String gerund() {
        return gerund;
    }

    /// Whether it works on one resource that is named by its id.
    boolean hasId() {
        return this != LIST && this != CREATE;
    }

    boolean takesBody() {
        return this == CREATE || this == REPLACE || this == CHANGE;
    }
}
