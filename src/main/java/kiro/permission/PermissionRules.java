package kiro.permission;

import java.nio.file.Path;
import java.util.List;

/// Every rule that holds in a workspace, in the order of origins and files.
public record PermissionRules(List<PermissionRule> rules) {
    public static final PermissionRules NONE = new PermissionRules(List.of());

    public PermissionRules {
        rules = List.copyOf(rules);
    }

    /// The rules that fit, the stricter first; of one strictness, in their order.
    List<PermissionRule> fitting(Facet facet, Path root) {
        return rules.stream()
                .filter(rule -> rule.fits(facet, root))
                .sorted((one, other) -> other.effect().compareTo(one.effect()))
                .toList();
    }
}
