package kiro.action.dependency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import kiro.action.dependency.ApiChange.Kind;
import kiro.action.dependency.ApiChange.Whom;

/// Finds what a newer version of a library takes from those who use it. What is new takes nothing, unless heirs must have it.
final class ApiComparison {
    private static final Comparator<ApiChange> ORDER =
            Comparator.comparing((ApiChange each) -> each.declaration().place())
                    .thenComparing(each -> each.declaration().path())
                    .thenComparing(each -> each.declaration().id())
                    .thenComparing(ApiChange::words);

    private final PublicApi before;
    private final PublicApi after;
    private final PlatformTypes platform = new PlatformTypes();
    private final List<ApiChange> changes = new ArrayList<>();

    private ApiComparison(PublicApi before, PublicApi after) {
        this.before = before;
        this.after = after;
    }

    static List<ApiChange> of(PublicApi before, PublicApi after) {
        var comparison = new ApiComparison(before, after);
        boolean areModules = hasPackages(before) && hasPackages(after);
        for (Declaration each : before.declarations()) {
            if (each.kind() != Declaration.Kind.PACKAGE) {
                comparison.compare(each);
            } else if (areModules && after.find(each.key()).isEmpty()) {
                comparison.add(each, Kind.GONE, Whom.USERS, "is no longer exported by its module");
            }
        }
        after.declarations().forEach(comparison::demand);
        return comparison.changes.stream().distinct().sorted(ORDER).toList();
    }

    private static boolean hasPackages(PublicApi api) {
        return api.declarations().stream()
                .anyMatch(each -> each.kind() == Declaration.Kind.PACKAGE);
    }

    private void compare(Declaration old) {
        Optional<Declaration> now = after.find(old.key());
        if (now.isPresent() && (now.get().kind() == old.kind() || isCallable(old))) {
            boolean isTold = compareMembers(old, now.get());
            new FactComparison(old, isTold ? withType(now.get(), old.fact("type")) : now.get())
                    .changes(isLeft(old))
                    .forEach(each -> add(old, each.kind(), each.whom(), each.words()));
        } else if (now.isPresent()) {
            boolean isType = old.kind() == Declaration.Kind.TYPE;
            add(
                    old,
                    Kind.CHANGED,
                    Whom.USERS,
                    isType ? "is no type any more" : "is declared otherwise");
        } else if (!isSaidOfItsOwner(old) && !isInherited(old)) {
            add(old, Kind.GONE, Whom.USERS, "is gone" + perhapsInherited(old));
        }
    }

    /// In languages where functions are values, and types are made by calling them, one may stand for the other.
    private static boolean isCallable(Declaration old) {
        return old.id().isEmpty() && old.kind() != Declaration.Kind.TYPE;
    }

    private static Declaration withType(Declaration declared, String type) {
        var facts = new TreeMap<>(declared.facts());
        facts.put("type", type);
        return new Declaration(
                declared.kind(), declared.place(), declared.path(), declared.id(), facts);
    }

    /// A value of another type lacks what its type had and the other one has not. Whether both types are known.
    private boolean compareMembers(Declaration old, Declaration now) {
        Optional<Declaration> type = before.typeOf(old);
        Optional<Declaration> other = after.typeOf(now);
        boolean isOther =
                type.isPresent()
                        && other.isPresent()
                        && after.type(type.get().fullName()).isEmpty();
        if (!isOther || !unknown(other.get().fullName()).isEmpty()) {
            return false;
        }
        for (Declaration member : before.members(type.get())) {
            boolean isThere =
                    after.lineage(other.get().fullName()).stream()
                            .flatMap(name -> after.type(name).stream())
                            .anyMatch(each -> after.find(inherited(each, member)).isPresent());
            if (!isThere) {
                var own =
                        new Declaration(
                                member.kind(),
                                old.place(),
                                old.path() + "." + member.name(),
                                member.id(),
                                member.facts());
                add(own, Kind.GONE, Whom.USERS, "is gone");
            }
        }
        return true;
    }

    /// What a type no longer is, where it was one of another before.
    private List<String> isLeft(Declaration old) {
        if (old.kind() != Declaration.Kind.TYPE) {
            return List.of();
        }
        String name = old.place() + "." + old.path();
        var left = new ArrayList<>(before.lineage(name));
        left.removeAll(after.lineage(name));
        if (!unknown(name).isEmpty()) {
            return List.of();
        }
        left.removeIf(each -> before.isKnown(each) && before.type(each).isEmpty());
        left.removeIf(each ->
                (before.type(each).isPresent() && after.type(each).isEmpty())
                        || after.lineage(name).stream().anyMatch(now -> platform.isA(now, each)));
        return left.stream().map(each -> each.substring(each.lastIndexOf('.') + 1)).toList();
    }

    /// The types of other libraries that a type inherits from.
    private List<String> unknown(String type) {
        return after.lineage(type).stream()
                .filter(each -> !after.isKnown(each) && !platform.isA(each, each))
                .toList();
    }

    private String perhapsInherited(Declaration member) {
        boolean isOfObjects =
                !member.owner().isEmpty() && member.kind() != Declaration.Kind.CONSTRUCTOR;
        List<String> unknown =
                isOfObjects ? unknown(member.place() + "." + member.owner()) : List.of();
        return unknown.isEmpty()
                ? ""
                : ", unless %s has it".formatted(unknown.getFirst().replaceFirst(".*\\.", ""));
    }

    private static String ownerKey(Declaration member) {
        return member.place() + "\n" + member.owner() + "\n";
    }

    private boolean isSaidOfItsOwner(Declaration member) {
        return !member.owner().isEmpty()
                && before.find(ownerKey(member)).isPresent()
                && after.type(member.place() + "." + member.owner()).isEmpty();
    }

    private boolean isInherited(Declaration member) {
        if (member.kind() == Declaration.Kind.CONSTRUCTOR || member.owner().isEmpty()) {
            return false;
        }
        return after.lineage(member.place() + "." + member.owner()).stream()
                .skip(1)
                .anyMatch(type ->
                        platform.has(type, member.name(), member.id())
                                || after.type(type)
                                        .flatMap(each -> after.find(inherited(each, member)))
                                        .isPresent());
    }

    private static String inherited(Declaration type, Declaration member) {
        return type.place() + "\n" + type.path() + "." + member.name() + "\n" + member.id();
    }

    /// A new abstract method is one that heirs of its type lack.
    private void demand(Declaration now) {
        boolean isDemand =
                now.kind() == Declaration.Kind.FUNCTION
                        && !now.fact("abstract").isEmpty()
                        && before.find(now.key()).isEmpty();
        if (!isDemand) {
            return;
        }
        Optional<Declaration> owner = before.find(ownerKey(now));
        boolean wasThere =
                owner.isPresent()
                        && before.lineage(now.place() + "." + now.owner()).stream()
                                .anyMatch(type ->
                                        platform.has(type, now.name(), now.id())
                                                || before.type(type)
                                                        .flatMap(each ->
                                                                before.find(inherited(each, now)))
                                                        .isPresent());
        if (owner.isPresent() && !wasThere && !isFinal(owner.get())) {
            String member = now.shown().substring(now.owner().length() + 1);
            add(owner.get(), Kind.CHANGED, Whom.HEIRS, "wants `%s` of its heirs".formatted(member));
        }
    }

    private static boolean isFinal(Declaration type) {
        return !type.fact("final").isEmpty() || !type.fact("sealed").isEmpty();
    }

    /// Whether others could extend a class before: one that is final or has no constructor for them has no heirs.
    private boolean hasHeirs(Declaration type) {
        boolean isClass = type.fact("kind").equals("a class");
        return !isClass
                || (!isFinal(type)
                        && before.members(type).stream()
                                .anyMatch(each -> each.kind() == Declaration.Kind.CONSTRUCTOR));
    }

    private void add(Declaration old, Kind kind, Whom whom, String words) {
        boolean isType = old.kind() == Declaration.Kind.TYPE;
        Optional<Declaration> type = isType ? Optional.of(old) : before.find(ownerKey(old));
        if (whom == Whom.HEIRS && type.filter(each -> !hasHeirs(each)).isPresent()) {
            return;
        }
        changes.add(new ApiChange(old, kind, whom, words));
    }
}
