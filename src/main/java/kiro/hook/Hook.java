package kiro.hook;

/// Work that starts on an event.
public record Hook(
        Head head,
        Trigger trigger,
        HookAction action,
        HookConditions conditions,
        HookLimits limits,
        Source source) {
    /// @param description may be empty
    public record Head(String name, String description, boolean isEnabled) {}

    /// Where a hook stands.
    ///
    /// @param file as messages name it
    /// @param line from 1
    /// @param isTrusted whether a person trusts the file as it is, or it is the person's own
    public record Source(String file, int line, Format format, boolean isTrusted) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /// The forms of files that hooks are read from.
    public enum Format {
        /// `.kiro/hooks.yaml`.
        YAML,
        /// `.kiro/hooks/*.json` of today's Kiro.
        CURRENT,
        /// `.kiro/hooks/*.kiro.hook` of older versions.
        OLDER,
        /// The `hooks` of an agent's file.
        AGENT
    }

    public String name() {
        return head.name();
    }

    /// Whether it says no, rather than yes, where it cannot be run: the gates of this program's own file. Today's Kiro
    /// lets pass what a hook of its files fails at.
    public boolean failsClosed() {
        return source.format() == Format.YAML
                && trigger.event().filter(EventKind::canBlock).isPresent();
    }

    /// Whether there is something that can start it, and something that it does.
    public boolean canRun() {
        return head.isEnabled()
                && trigger.event().isPresent()
                && !(action instanceof HookAction.Unknown);
    }
}
