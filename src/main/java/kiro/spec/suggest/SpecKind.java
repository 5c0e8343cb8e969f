package kiro.spec.suggest;

import java.util.Optional;

/// What a spec is about, as far as it decides which criteria are missing.
enum SpecKind {
    REST("rest-api-endpoint"),
    JOB("background-job"),
    MIGRATION("database-migration"),
    INFRASTRUCTURE("infrastructure-change"),
    BUG_FIX("bug-fix"),
    INTEGRATION("integration");

    private final String template;

    SpecKind(String template) {
        this.template = template;
    }

    static Optional<SpecKind> ofTemplate(String name) {
        for (SpecKind kind : values()) {
            if (kind.template.equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
