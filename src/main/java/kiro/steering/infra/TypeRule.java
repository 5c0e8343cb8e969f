package kiro.steering.infra;

import java.util.List;
import kiro.steering.check.InfrastructureCheck.Fault;

/// Whether a resource is of a type that must not be.
final class TypeRule {
    private TypeRule() {}

    static List<Fault> check(Template template, List<String> types) {
        return template.resources().stream()
                .filter(resource -> types.stream().anyMatch(type -> fits(type, resource.type())))
                .map(resource ->
                        new Fault(
                                resource.span(),
                                "%s is of a type that is not to be used"
                                        .formatted(resource.label()),
                                "use another type",
                                resource.label()))
                .toList();
    }

    /// @param pattern with `*` for any letters
    static boolean fits(String pattern, String type) {
        String[] parts = pattern.split("\\*", -1);
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            int found =
                    i == parts.length - 1 && i > 0
                            ? type.length() - parts[i].length()
                            : type.indexOf(parts[i], at);
            boolean isHere = found >= at && type.startsWith(parts[i], found);
            if (!isHere || (i == 0 && found != 0)) {
                return false;
            }
            at = found + parts[i].length();
        }
        return parts.length > 1 || at == type.length();
    }
}
