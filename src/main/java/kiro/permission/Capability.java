package kiro.permission;

/// What a rule is about, by the names of Kiro's permissions.
enum Capability {
    FS_READ("fs_read"),
    FS_WRITE("fs_write"),
    SHELL("shell"),
    MCP("mcp"),
    WEB_FETCH("web_fetch"),
    SUBAGENT("subagent");

    private final String word;

    Capability(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
