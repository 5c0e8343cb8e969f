package kiro.permission;

import kiro.tool.Risk;

/// How much an effect is a person's concern, from least to most.
enum Concern {
    /// It shows something and changes nothing.
    LOOKING(Risk.LOW),
    /// A new file, or a command that only looks.
    SMALL(Risk.LOW),
    /// Something that stood there before becomes different, or may.
    NOTABLE(Risk.MEDIUM),
    /// Much hangs on it, or it was not planned.
    GRAVE(Risk.HIGH),
    /// It cannot be taken back, leaves the machine, shows a secret, or cannot be understood: somebody has
    /// to say yes.
    PERSONAL(Risk.HIGH),
    /// Nobody can allow it.
    FORBIDDEN(Risk.HIGH);

    private final Risk risk;

    Concern(Risk risk) {
        this.risk = risk;
    }

    Risk risk() {
        return risk;
    }
}
