package kiro.finding;

import java.util.List;
import java.util.stream.Collectors;

/// Findings as lines that a GitHub Actions run turns into annotations of the files. The log of the run shows the
/// message alone, and only ten of a step become annotations: so the message says the place too.
public final class GithubAnnotations {
    private GithubAnnotations() {}

    public static String of(List<Finding> findings) {
        return findings.stream().map(GithubAnnotations::line).collect(Collectors.joining("\n"));
    }

    private static String line(Finding finding) {
        String command =
                switch (finding.severity()) {
                    case ERROR -> "error";
                    case WARNING -> "warning";
                    case INFO -> "notice";
                };
        boolean isOneLine = finding.span().line() == finding.span().endLine();
        return "::%s file=%s,line=%d,endLine=%d%s,title=%s::%s"
                .formatted(
                        command,
                        property(finding.file()),
                        finding.span().line(),
                        finding.span().endLine(),
                        isOneLine
                                ? ",col=%d,endColumn=%d"
                                        .formatted(
                                                finding.span().column(), finding.span().endColumn())
                                : "",
                        property(finding.rule().value()),
                        text(
                                "%s:%d: %s"
                                                .formatted(
                                                        finding.file(),
                                                        finding.span().line(),
                                                        finding.message())
                                        + finding.fix().map(fix -> "\nnext: " + fix).orElse("")));
    }

    private static String text(String value) {
        return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String value) {
        return text(value).replace(":", "%3A").replace(",", "%2C");
    }
}
