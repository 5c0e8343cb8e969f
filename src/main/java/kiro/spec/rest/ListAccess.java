package kiro.spec.rest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Brings together who may ask for a list and who sees all of it: where some roles alone may ask, a line on those of them who
/// see all restricts what the others see, and nobody more.
final class ListAccess {
    private ListAccess() {}

    static List<Said> settled(List<Said> all) {
        return all.stream().map(one -> settled(one, all)).toList();
    }

    private static Said settled(Said one, List<Said> all) {
        boolean isOfList =
                one.facts().contains(new Fact.Behaves(new Behaviour.ListsOnlyOwn()))
                        && one.facts().stream()
                                .anyMatch(fact -> isOfAskers(fact, others(one, all)));
        return isOfList
                ? new Said(
                        one.sentence(),
                        one.route(),
                        one.facts().stream().map(ListAccess::exempting).toList())
                : one;
    }

    private static Stream<Fact> others(Said one, List<Said> all) {
        return all.stream()
                .filter(other -> !other.equals(one))
                .flatMap(other -> other.facts().stream());
    }

    /// Whether those who see all are of the roles that alone may ask.
    private static boolean isOfAskers(Fact fact, Stream<Fact> others) {
        return fact instanceof Fact.Permits(Permission.OwnerOrRoles(List<String> seeing))
                && others.anyMatch(other ->
                        other instanceof Fact.Permits(Permission.Roles(List<String> asking))
                                && lower(asking).containsAll(lower(seeing)));
    }

    private static List<String> lower(List<String> roles) {
        return roles.stream().map(role -> role.toLowerCase(Locale.ROOT)).toList();
    }

    private static Fact exempting(Fact fact) {
        return fact instanceof Fact.Permits(Permission.OwnerOrRoles(List<String> roles))
                ? new Fact.Behaves(new Behaviour.Exempts(roles))
                : fact;
    }
}
