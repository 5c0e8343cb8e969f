package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.spec.rest.Condition.Credential;

/// Reads situations of callers: who is not known, and who may not.
final class CallerSlots {
    private static final Set<String> UNKNOWN =
            Set.of(
                    "filler",
                    "people",
                    "person",
                    "neg",
                    "or",
                    "lacking",
                    "anonymous",
                    "signed",
                    "credential",
                    "proper",
                    "improper",
                    "showing",
                    "noun",
                    "acting");
    private static final Set<String> FORBIDDEN =
            Set.of(
                    "filler",
                    "people",
                    "neg",
                    "or",
                    "foreign",
                    "owning",
                    "allowed",
                    "acting",
                    "noun",
                    "signed",
                    "role",
                    "no-role",
                    "making",
                    "ordinary");

    private static final Set<String> MAKERS = Set.of("people", "party", "role", "person", "sender");

    private static final Set<String> SENDING =
            Set.of("filler", "sender", "acting", "noun", "still");

    private static final Set<String> PEOPLE_OF_ROLES =
            Set.of("client", "customer", "member", "guest", "visitor", "sender", "consumer");

    private final EndpointDraft endpoint;
    private final Slots slots;

    CallerSlots(EndpointDraft endpoint, Slots slots) {
        this.endpoint = endpoint;
        this.slots = slots;
    }

    /// 401: what shows who calls is not there, or wrong.
    SlotReading unknown() {
        if (!endpoint.requiresCaller()) {
            return new SlotReading.Refused(
                    "the spec does not say that callers have to say who they are");
        }
        boolean isNoUser =
                slots.has("people")
                        && slots.has("there")
                        && slots.denials() == 1
                        && slots.stranger(Set.of("filler", "people", "neg", "there")).isEmpty();
        if (isNoUser) {
            return caller(Credential.INVALID);
        }
        var stranger = slots.stranger(UNKNOWN);
        if (stranger.isPresent()) {
            return SlotReading.stranger(stranger.get(), 401);
        }
        if (isOfNobody()) {
            return caller(Credential.INVALID);
        }
        int lacking = slots.denials() + slots.count("lacking");
        int improper = slots.count("improper");
        boolean isAnonymous = slots.has("anonymous") && lacking + improper == 0;
        boolean isNobody =
                (slots.has("signed") || slots.has("anonymous"))
                        && lacking == 1
                        && improper == 0
                        && (slots.has("signed") || slots.has("credential"));
        if (isAnonymous || (isNobody && !slots.has("proper"))) {
            return caller(Credential.MISSING);
        }
        if (!slots.has("credential") || slots.has("anonymous") || lacking > 1) {
            return SlotReading.open(slots, 401);
        }
        return shown(lacking, improper);
    }

    /// "A badge that nobody has" is shown, and nobody's.
    private boolean isOfNobody() {
        List<Slots.Slot> told = slots.all().stream().dropWhile(one -> one.is("filler")).toList();
        return told.size() > 2
                && told.size() < 5
                && told.getFirst().is("credential")
                && Set.of("that", "which").contains(told.get(1).key())
                && Set.of("nobody", "no one").contains(told.get(2).key())
                && slots.denials() == 1
                && slots.count("lacking") + slots.count("improper") == 0;
    }

    private SlotReading shown(int lacking, int improper) {
        if (lacking == 0) {
            return improper > 0 && !isProper() ? caller(wrong()) : SlotReading.open(slots, 401);
        }
        if (improper > 0) {
            return slots.has("or") && !slots.has("proper")
                    ? caller(Credential.MISSING_OR_INVALID)
                    : SlotReading.open(slots, 401);
        }
        if (!slots.has("proper")) {
            return caller(Credential.MISSING);
        }
        boolean isJudged =
                slots.keys("neg").stream()
                        .anyMatch(word -> word.equals("not") || word.equals("never"));
        return caller(isJudged ? Credential.INVALID : Credential.MISSING_OR_INVALID);
    }

    /// A wrong password is that of a caller who is known.
    private Credential wrong() {
        List<String> shown = slots.keys("credential").stream().distinct().toList();
        return shown.equals(List.of("password")) ? Credential.WRONG_PASSWORD : Credential.INVALID;
    }

    /// Whether something that is shown is said to be in order; "a known user" is no such thing.
    private boolean isProper() {
        for (int at = 0; at < slots.all().size(); at++) {
            boolean isOfPerson =
                    at + 1 < slots.all().size()
                            && slots.all().get(at + 1).is("people")
                            && !slots.all().get(at + 1).is("credential");
            if (slots.all().get(at).is("proper") && !isOfPerson) {
                return true;
            }
        }
        return false;
    }

    private static SlotReading caller(Credential credential) {
        return SlotReading.of(new Condition.Unauthenticated(credential));
    }

    /// 403: the caller is known, and may not.
    SlotReading forbidden() {
        Optional<Condition> other = ofOtherRole();
        if (other.isPresent()) {
            return SlotReading.of(other.get());
        }
        if (isOfOtherMaker()) {
            return SlotReading.of(new Condition.ForeignResource());
        }
        if (isOwn()) {
            return SlotReading.of(new Condition.OwnResource());
        }
        var stranger = slots.stranger(FORBIDDEN);
        if (stranger.isPresent()) {
            return SlotReading.stranger(stranger.get(), 403);
        }
        return switch (endpoint.permission()) {
            case Permission.Anyone _ ->
                    new SlotReading.Refused("the spec does not say who may do it, and who may not");
            case Permission.Owner _ ->
                    isForeign() && !slots.has("role") && !slots.has("ordinary")
                            ? SlotReading.of(new Condition.ForeignResource())
                            : SlotReading.open(slots, 403);
            case Permission.Roles(List<String> roles) ->
                    isWithoutRole()
                            ? SlotReading.of(new Condition.WithoutRole(roles))
                            : SlotReading.open(slots, 403);
            case Permission.OwnerOrRoles _ ->
                    isNeither()
                            ? SlotReading.of(new Condition.ForeignResource())
                            : SlotReading.open(slots, 403);
        };
    }

    /// "The manager's own claim", where a manager may approve those of others: it is the caller's, and nothing is denied.
    private boolean isOwn() {
        boolean isForOthers =
                endpoint.permission() instanceof Permission.Roles
                        || endpoint.permission() instanceof Permission.Anyone;
        boolean isTheirs =
                slots.all().stream()
                        .anyMatch(slot ->
                                slot.is("owning")
                                        && Set.of("own", "owns", "belongs").contains(slot.key()));
        return isForOthers
                && isTheirs
                && endpoint.behaviours().stream().anyMatch(Behaviour.BelongsTo.class::isInstance)
                && !slots.has("foreign")
                && slots.denials() == 0
                && slots.stranger(FORBIDDEN).isEmpty();
    }

    /// "A reviewer tries it": somebody sends the request of whom the spec says nothing else. Whether that is a role, the
    /// project tells.
    private Optional<Condition> ofOtherRole() {
        List<String> senders =
                slots.all().stream()
                        .filter(this::isSomebody)
                        .map(Slots.Slot::key)
                        .distinct()
                        .toList();
        boolean isNamed =
                senders.size() == 1
                        && slots.denials() == 0
                        && slots.all().stream()
                                .allMatch(slot ->
                                        isSomebody(slot)
                                                || slot.kinds().stream()
                                                        .anyMatch(SENDING::contains))
                        && slots.all().stream()
                                .allMatch(slot -> isSomebody(slot) || !slot.is("person"));
        Optional<String> role = isNamed ? Optional.of(senders.getFirst()) : roleOfCaller();
        return role.filter(this::isOther).map(one -> new Condition.WithRole(List.of(one)));
    }

    /// "The user is a translator".
    private Optional<String> roleOfCaller() {
        List<Slots.Slot> all = slots.all();
        Optional<Slots.Slot> last = all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        boolean isTold =
                all.size() > 3
                        && slots.denials() == 0
                        && all.get(all.size() - 2).key().matches("an?")
                        && all.get(all.size() - 3).key().matches("is|was")
                        && all.subList(0, all.size() - 1).stream()
                                .allMatch(slot -> slot.is("filler") || slot.is("people"))
                        && slots.has("people");
        return last.filter(slot -> isTold && isPlain(slot)).map(Slots.Slot::key);
    }

    private static boolean isPlain(Slots.Slot slot) {
        boolean isUnknown = slot.kinds().isEmpty() || slot.kinds().equals(Set.of("party"));
        return isUnknown && slot.key().matches("[a-z-]+");
    }

    /// Whether a role is none of those that may.
    private boolean isOther(String role) {
        return switch (endpoint.permission()) {
            case Permission.Owner _, Permission.Roles _ -> true;
            case Permission.OwnerOrRoles(List<String> roles) ->
                    roles.stream().noneMatch(role::equalsIgnoreCase);
            case Permission.Anyone _ -> false;
        };
    }

    /// "Another driver reported it", "it is assigned to another driver": what somebody else did with the thing, or what was
    /// done for them, makes it theirs.
    private boolean isOfOtherMaker() {
        boolean isOwned =
                endpoint.permission() instanceof Permission.Owner
                        || endpoint.permission() instanceof Permission.OwnerOrRoles;
        List<Slots.Slot> told =
                slots.all().stream()
                        .filter(slot -> slot.key().equals("it") || !slot.is("filler"))
                        .toList();
        if (!isOwned || told.size() != 4) {
            return false;
        }
        int other = told.get(0).is("foreign") ? 0 : 2;
        int thing = other == 0 ? 3 : 0;
        return told.get(other).is("foreign")
                && told.get(other + 1).kinds().stream().anyMatch(MAKERS::contains)
                && isDeed(told.get(other == 0 ? 2 : 1))
                && (told.get(thing).key().equals("it") || told.get(thing).is("noun"));
    }

    private static boolean isDeed(Slots.Slot slot) {
        return slot.is("making")
                || (slot.kinds().isEmpty() && slot.key().matches("[a-z]{3,}(?:ed|s)"));
    }

    /// Somebody who sends the request, or one of those people that some projects have a role for.
    private boolean isSomebody(Slots.Slot slot) {
        return slot.is("sender")
                || isOneOfOwners(slot)
                || (PEOPLE_OF_ROLES.contains(slot.key()) && !slot.is("owning"));
    }

    /// "An employee", where employees have such things and others alone may do it: one of them, whosever it is.
    private boolean isOneOfOwners(Slots.Slot slot) {
        return endpoint.permission() instanceof Permission.Roles
                && slot.is("owning")
                && slot.is("people")
                && !slot.is("role")
                && !slots.has("foreign")
                && slots.text()
                        .matches("(?is).*\\ban? " + Pattern.quote(slot.key()) + "(?! ?['’]s).*")
                && !slot.key().equals("owner");
    }

    /// It is someone else's, or not the caller's own.
    boolean isForeign() {
        if (slots.has("foreign")) {
            return slots.denials() == 0;
        }
        boolean isMade = slots.has("making") && slots.has("people") && slots.has("noun");
        return slots.denials() == 1 && (slots.has("owning") || slots.has("allowed") || isMade);
    }

    private boolean isWithoutRole() {
        if (slots.has("owning") || (slots.has("noun") && slots.has("foreign"))) {
            return false;
        }
        if (slots.has("foreign")) {
            return slots.denials() == 0 && slots.has("allowed") && !slots.has("role");
        }
        boolean isPlain = slots.has("ordinary") || slots.has("no-role");
        return isPlain
                ? slots.denials() == 0 && !slots.has("role")
                : slots.denials() == 1 && (slots.has("role") || slots.has("allowed"));
    }

    /// Neither the owner nor of a role that may.
    private boolean isNeither() {
        if (!slots.has("role") && !slots.has("no-role") && !slots.has("ordinary")) {
            return isForeign();
        }
        boolean isDenied = slots.has("no-role") ? slots.denials() == 0 : slots.denials() == 1;
        return isDenied && !slots.has("ordinary") && (slots.has("foreign") || slots.has("owning"));
    }
}
