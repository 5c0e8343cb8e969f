package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds what a sentence expects of the answer, and of the world after it.
final class AnswerReader {
    /// Stands for the field that tells the state, where only the state is named: "the fine as `PAID`".
    static final String ITS_STATE = "its state";

    /// Stands for the field that the situation is about, until that is known.
    static final String IT = "it";

    private final Objections objections;
    private final List<Expectation> found = new ArrayList<>();
    private boolean isRefused;
    private boolean isAccepted;
    private boolean staysAsIs;

    private AnswerReader(Objections objections) {
        this.objections = objections;
    }

    static List<Expectation> read(List<Meaning> parts, Objections objections) {
        var reader = new AnswerReader(objections);
        parts.forEach(reader::take);
        reader.settle();
        return List.copyOf(reader.found);
    }

    static OptionalInt status(List<Expectation> expectations) {
        for (Expectation expectation : expectations) {
            if (expectation instanceof Expectation.Status status) {
                return OptionalInt.of(status.code());
            }
        }
        return OptionalInt.empty();
    }

    private void take(Meaning meaning) {
        if (meaning.tree().is("FirstElements")) {
            add(new Expectation.ResourceList());
            add(atMost(meaning));
            meaning.words("TimeWord")
                    .map(word -> new Expectation.SortedBy(word, Expectation.Direction.ASCENDING))
                    .ifPresent(this::add);
            return;
        }
        if (meaning.tree().is("OwnList") || isOwnList(meaning)) {
            add(new Expectation.ResourceList());
            add(new Expectation.OnlyOwn());
            return;
        }
        Optional<Expectation> expectation = expectation(meaning);
        if (expectation.isPresent()) {
            add(expectation.get());
            return;
        }
        switch (meaning.tree().name()) {
            case "Refused" -> isRefused = true;
            case "Succeeds", "StillServed" -> isAccepted = true;
            default -> meaning.tree().children().forEach(child -> take(meaning.of(child)));
        }
    }

    /// "The list of their own bookings" has no others.
    private static boolean isOwnList(Meaning meaning) {
        return meaning.tree().is("ResourceList")
                && meaning.tokens().subList(meaning.tree().start(), meaning.tree().end()).stream()
                        .anyMatch(token -> token.key().equals("own"));
    }

    private void add(Expectation expectation) {
        if (!found.contains(expectation)) {
            found.add(expectation);
        }
    }

    private Optional<Expectation> expectation(Meaning meaning) {
        return switch (meaning.tree().name()) {
            case "Status" -> Optional.of(status(meaning));
            case "Header" -> Optional.of(header(meaning));
            case "HeaderPoints" -> Optional.of(header(meaning));
            case "HeaderIs" ->
                    Optional.of(
                            new Expectation.HeaderIs(
                                    meaning.words("HeaderName").orElse("Content-Type"),
                                    meaning.words("HeaderValue").orElseThrow()));
            case "Resource" -> Optional.of(new Expectation.Resource());
            case "ResourceList", "OthersOfParent" -> Optional.of(new Expectation.ResourceList());
            case "EmptyList", "IsEmpty" ->
                    Optional.of(
                            meaning.words("EmptyField")
                                    .<Expectation>map(Expectation.EmptyField::new)
                                    .orElseGet(Expectation.EmptyList::new));
            case "EmptyBody" -> Optional.of(AnswerGlosses.emptyBody(meaning));
            case "NamesInvalidFields" -> Optional.of(new Expectation.NamesInvalidFields());
            case "ExplainsError" -> Optional.of(new Expectation.ExplainsError());
            case "IsProblemDocument" -> Optional.of(new Expectation.IsProblemDocument());
            case "HasFields" -> Optional.of(new Expectation.HasFields(names(meaning)));
            case "LacksFields", "LacksGiven" ->
                    Optional.of(new Expectation.LacksFields(BehaviourReader.hidden(meaning)));
            case "FieldIs" -> Optional.of(fieldIs(meaning));
            case "SortedBy" -> Optional.of(sortedBy(meaning));
            case "SortedByTime" ->
                    Optional.of(
                            new Expectation.SortedBy(
                                    meaning.words("TimeWord").orElseThrow(),
                                    BehaviourReader.age(meaning)));
            case "OnlyOwn", "OthersLacking" -> Optional.of(new Expectation.OnlyOwn());
            case "SortedByAge" -> Optional.of(byAge(meaning));
            default -> ofTheWorld(meaning);
        };
    }

    /// What is said of things beside the resource.
    private Optional<Expectation> ofOthers(Meaning meaning) {
        return switch (meaning.tree().name()) {
            case "OthersStay" -> Optional.of(new Expectation.OthersStay());
            case "OtherBecomes" ->
                    Optional.of(
                            new Expectation.OtherIs(
                                    meaning.words("BoundNoun").orElseThrow(),
                                    meaning.words("BoundAfter").orElseThrow()));
            default -> ofValues(meaning);
        };
    }

    /// What is said of single values, and of what is stored.
    private Optional<Expectation> ofTheWorld(Meaning meaning) {
        return switch (meaning.tree().name()) {
            case "StateIs", "StateTail" ->
                    Optional.of(
                            new Expectation.FieldIs(
                                    meaning.words("StateName").orElse(ITS_STATE),
                                    meaning.words("StateValue").orElseThrow()));
            case "HasOne", "HasThe" -> Optional.of(new Expectation.HasFields(names(meaning)));
            case "FieldIsNow" ->
                    Optional.of(
                            new Expectation.FieldIsNow(meaning.words("AnswerName").orElseThrow()));
            case "FieldIsCaller" ->
                    Optional.of(
                            new Expectation.FieldIsCaller(
                                    meaning.words("AnswerName")
                                            .or(() -> meaning.words("CallerName"))
                                            .orElseThrow(),
                                    meaning.has("Whatever")));
            case "CallerAs", "WhoseCaller" ->
                    Optional.of(
                            new Expectation.FieldIsCaller(
                                    meaning.words("AnswerName").orElseThrow(), false));
            case "OthersKept" -> Optional.of(new Expectation.FieldsKept(List.of()));
            case "FieldIsSent", "SentAgain" -> Optional.of(sent(meaning));
            case "FieldsKept" ->
                    Optional.of(
                            new Expectation.FieldsKept(
                                    Stream.of("KeptName", "KeptWords")
                                            .flatMap(node -> meaning.tree().all(node).stream())
                                            .map(meaning::words)
                                            .toList()));
            case "Combine" -> Optional.of(new Expectation.Succeeds());
            case "GoneLater" -> Optional.of(new Expectation.IsGone());
            case "StillThere" -> Optional.of(new Expectation.StillThere());
            case "Stored" -> Optional.of(stored(meaning));
            case "Gone" -> Optional.of(new Expectation.IsGone());
            case "ChangesNothing" -> Optional.of(new Expectation.ChangesNothing());
            default -> ofOthers(meaning);
        };
    }

    /// What is said of values that are not sent, and of what stays as it is.
    private Optional<Expectation> ofValues(Meaning meaning) {
        return switch (meaning.tree().name()) {
            case "FlagName" ->
                    Optional.of(new Expectation.FieldIs(meaning.words(meaning.tree()), "true"));
            case "ErrorCode" ->
                    Optional.of(
                            new Expectation.HasErrorCode(meaning.words("ErrorName").orElseThrow()));
            case "StoredState" ->
                    Optional.of(
                            new Expectation.StoredIs(
                                    meaning.words("StateName").orElse("status"),
                                    meaning.words("StateValue").orElseThrow()));
            case "Cleared" -> Optional.of(cleared(meaning));
            case "SetBack" ->
                    Optional.of(
                            new Expectation.FieldIs(
                                    meaning.words("AnswerName").orElseThrow(),
                                    meaning.words("FieldValue").orElseThrow()));
            case "StandardIs" ->
                    Optional.of(
                            new Expectation.FieldIs(
                                    meaning.words("StandardName").orElse(IT),
                                    meaning.words("StandardValue").orElseThrow()));
            case "Unchanged" -> {
                staysAsIs = true;
                yield Optional.of(new Expectation.ChangesNothing());
            }
            default -> ofLists(meaning);
        };
    }

    /// What is stored is the resource as a whole, or the values that are named.
    private static Expectation stored(Meaning meaning) {
        List<String> names = meaning.tree().all("StoredName").stream().map(meaning::words).toList();
        return names.isEmpty() ? new Expectation.IsStored() : new Expectation.StoresFields(names);
    }

    /// The one field that is named, or the one that the situation is about.
    private static Expectation cleared(Meaning meaning) {
        List<Tree> fields = meaning.tree().all("FIELD");
        return new Expectation.FieldIs(
                fields.size() == 1 ? meaning.words(fields.getFirst()) : IT, "null");
    }

    /// What is said of lists: what is in them, and how many there are.
    private Optional<Expectation> ofLists(Meaning meaning) {
        return switch (meaning.tree().name()) {
            case "OnlyWhere" ->
                    Optional.of(
                            new Expectation.OnlyWhere(
                                    meaning.words("WhereName").orElseThrow(),
                                    meaning.words("FieldValue").orElseThrow()));
            case "OnlyMatching" ->
                    Optional.of(new Expectation.OnlyMatching(meaning.words(meaning.tree())));
            case "IsPage" -> Optional.of(page(meaning));
            case "CountsAll" ->
                    Optional.of(
                            new Expectation.CountsAll(meaning.words("CountName").orElseThrow()));
            case "AtMostElements" -> Optional.of(atMost(meaning));
            case "CountsInHeader" ->
                    Optional.of(
                            new Expectation.CountsInHeader(
                                    meaning.words("HeaderName").orElseThrow()));
            case "SortedTail" -> Optional.of(sortedBy(meaning));
            default -> Optional.empty();
        };
    }

    /// "The status is 200" is about the answer, whether the resource has a status or not.
    private static Expectation fieldIs(Meaning meaning) {
        String name = meaning.words("AnswerName").orElseThrow();
        String value = meaning.words("FieldValue").orElseThrow();
        boolean isOfHttp = name.equalsIgnoreCase("status") && value.matches("[1-5]\\d\\d");
        return isOfHttp
                ? new Expectation.Status(Integer.parseInt(value))
                : new Expectation.FieldIs(name, value);
    }

    private Expectation status(Meaning meaning) {
        int code = Numbers.whole(meaning.token(meaning.tree()).key()).orElseThrow();
        if (!meaning.words("Reason").map(reason -> StatusReasons.fits(code, reason)).orElse(true)) {
            objections.add(
                    "%s is not the name of %d".formatted(meaning.words("Reason").get(), code));
        }
        boolean isSecond = found.stream().anyMatch(Expectation.Status.class::isInstance);
        if (isSecond && !found.contains(new Expectation.Status(code))) {
            objections.add("it names two statuses for one situation");
        }
        return new Expectation.Status(code);
    }

    private static Expectation header(Meaning meaning) {
        if (meaning.has("Location")) {
            return new Expectation.Header("Location");
        }
        return new Expectation.Header(
                meaning.has("RetryAfter")
                        ? "Retry-After"
                        : meaning.words("HeaderName").orElseThrow());
    }

    private static Expectation sent(Meaning meaning) {
        String field = meaning.words("SentName").orElseThrow();
        return new Expectation.FieldIsSent(meaning.words("AnswerName").orElse(field), field);
    }

    private static List<String> names(Meaning meaning) {
        return meaning.tree().all("AnswerName").stream().map(meaning::words).toList();
    }

    /// Where no end is said to come first, the smallest does, as in any index.
    private static Expectation sortedBy(Meaning meaning) {
        return new Expectation.SortedBy(
                meaning.words("SortName").orElseThrow(),
                BehaviourReader.direction(meaning).orElse(Expectation.Direction.ASCENDING),
                BehaviourReader.then(meaning));
    }

    private static Expectation byAge(Meaning meaning) {
        return new Expectation.SortedByAge(BehaviourReader.age(meaning));
    }

    private Expectation page(Meaning meaning) {
        List<Integer> pages = ordinals(meaning, "NthPage");
        List<Integer> elements = ordinals(meaning, "NthElement");
        List<Integer> ends =
                Stream.concat(
                                ordinals(meaning, "FirstOfRange").stream(),
                                ordinals(meaning, "LastOfRange").stream())
                        .toList();
        if (!ends.isEmpty() && ends.getFirst() >= ends.getLast()) {
            objections.add("which elements of the list are meant is not clear");
        }
        return new Expectation.IsPage(
                pages.isEmpty() ? OptionalInt.empty() : OptionalInt.of(pages.getFirst()),
                ends.isEmpty()
                        ? elements
                        : IntStream.rangeClosed(ends.getFirst(), ends.getLast()).boxed().toList());
    }

    private static List<Integer> ordinals(Meaning meaning, String name) {
        return meaning.tree().all(name).stream()
                .map(node -> Numbers.ordinal(meaning.words(node)))
                .toList();
    }

    private Expectation atMost(Meaning meaning) {
        OptionalInt count =
                meaning.token("ElementCount")
                        .map(Token::key)
                        .map(Numbers::whole)
                        .orElse(OptionalInt.empty());
        if (count.isEmpty()) {
            objections.add("how many elements is not clear");
        }
        return new Expectation.AtMostElements(count.orElse(0));
    }

    /// A refused request leaves all as it was, whichever fields are named.
    private void keepsNothingElse(boolean isError) {
        boolean isKept =
                found.removeIf(
                        one -> (isError || isRefused) && one instanceof Expectation.FieldsKept);
        if (isKept) {
            add(new Expectation.ChangesNothing());
        }
    }

    /// What stays as it is must be said of a refusal, or of fields that are not those of the answer.
    private void requireClearKeeping(boolean isError) {
        boolean isCut =
                found.stream().anyMatch(Expectation.HasFields.class::isInstance)
                        && found.stream()
                                .anyMatch(one ->
                                        one instanceof Expectation.FieldsKept kept
                                                && !kept.names().isEmpty());
        if (isCut && !isError) {
            objections.add(
                    "which fields are in the answer and which stay as they are is not clear");
        }
        if (staysAsIs && !isError && !isRefused) {
            objections.add("what stays as it is after a request that is served is not clear");
        }
    }

    /// What the words say beside the status must agree with it.
    private void settle() {
        OptionalInt status = status(found);
        boolean isError = status.isPresent() && status.getAsInt() >= 400;
        boolean isSuccess = status.isPresent() && status.getAsInt() < 400;
        if ((isRefused && isSuccess) || (isAccepted && isError)) {
            objections.add(
                    "the status %d says something else than the words"
                            .formatted(status.getAsInt()));
        }
        if (isRefused && isAccepted) {
            objections.add("it says that the request is refused and that it is not");
        }
        if (status.isEmpty() && isRefused) {
            found.addFirst(new Expectation.IsRefused());
        }
        if (status.isEmpty() && isAccepted) {
            found.addFirst(new Expectation.Succeeds());
        }
        requireClearKeeping(isError);
        keepsNothingElse(isError);
        boolean hasResource =
                found.contains(new Expectation.Resource())
                        || found.contains(new Expectation.ResourceList());
        if (hasResource && (isError || status.equals(OptionalInt.of(204)))) {
            objections.add(
                    "an answer with the status %d has no such body".formatted(status.getAsInt()));
        }
        if (isSuccess && found.contains(new Expectation.NamesInvalidFields())) {
            objections.add("a success names no invalid fields");
        }
        if (found.isEmpty()) {
            objections.add("what follows is not said");
        }
    }
}
