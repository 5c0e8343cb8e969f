package kiro.memory;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What remarks in reviews suggest to remember: sentences that ask for something in general, in the words of whoever wrote
/// them. Each is a proposal that somebody has to accept.
public final class ReviewLessons {
    private static final int LONGEST = 300;
    private static final double CONFIDENCE = 0.5;
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+|\\R+");
    private static final Pattern MARKS = Pattern.compile("(?s)```.*?(?:```|$)|(?m)^>.*$");
    private static final Pattern ASKS =
            Pattern.compile(
                    "(?i).*\\b(?:always|never|we (?:use|prefer|avoid|don't|do not|want|name|put|keep)|must(?: not|n't)?|should(?: not|n't)?"
                            + "|please (?:use|avoid|don't|do not|prefer|keep)|prefer|instead of|rather than|our convention|by convention)\\b.*");
    private static final Pattern OF_ONE_PLACE =
            Pattern.compile(
                    "(?i)\\b(?:this (?:line|one|method|function|class|test|variable|should|must)|here|typo|nit)\\b");

    private final LocalDate today;

    public ReviewLessons(LocalDate today) {
        this.today = today;
    }

    /// None twice, the newest remark first where the remarks are so.
    public List<Fact> proposals(List<ReviewRemark> remarks) {
        Map<FactId, Fact> proposals = new LinkedHashMap<>();
        for (ReviewRemark remark : remarks) {
            for (String sentence : END.split(MARKS.matcher(remark.text()).replaceAll(" "))) {
                String said = sentence.strip().replaceAll("\\s+", " ");
                if (isLesson(said)) {
                    Fact fact = fact(remark, said);
                    proposals.putIfAbsent(fact.id(), fact);
                }
            }
        }
        return List.copyOf(proposals.values());
    }

    private static boolean isLesson(String said) {
        return said.length() >= 12
                && said.length() <= LONGEST
                && !said.endsWith("?")
                && ASKS.matcher(said).matches()
                && !OF_ONE_PLACE.matcher(said).find()
                && !Instructions.isOne(said);
    }

    private Fact fact(ReviewRemark remark, String said) {
        int slash = remark.path().lastIndexOf('/');
        int dot = remark.path().lastIndexOf('.');
        String ending = dot > slash ? "*" + remark.path().substring(dot) : "*";
        List<String> paths =
                remark.path().isEmpty()
                        ? List.of()
                        : List.of(slash < 0 ? ending : remark.path().substring(0, slash) + "/**");
        return new Fact.Convention(
                new Statement(
                        FactId.of("convention", "review\n" + Statement.words(said).hex()),
                        said,
                        new Source.OfPerson(remark.author()),
                        today,
                        Weight.proposed(CONFIDENCE),
                        new Scope(paths, List.of("a remark in a review")),
                        List.of()));
    }
}
