package kiro.agent;

/// The giving of a piece of work to another agent, as calls name it.
final class Delegation {
    static final String TOOL = "delegate";

    private Delegation() {}

    static boolean isCall(String tool) {
        return tool.equals(TOOL);
    }
}
