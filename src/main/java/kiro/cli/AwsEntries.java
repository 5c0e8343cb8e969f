package kiro.cli;

import java.util.ArrayList;
import java.util.List;
import kiro.aws.AwsSignIn;
import kiro.aws.AwsStanding;

/// The ways to credentials of AWS that a person has, in the order in which they count.
final class AwsEntries {
    private AwsEntries() {}

    static List<AuthEntry> of(AwsSignIn aws) {
        var entries = new ArrayList<AuthEntry>();
        int used = aws.used();
        List<AwsStanding> standings = aws.standings();
        for (int i = 0; i < standings.size(); i++) {
            entries.add(
                    entry(
                            "aws",
                            standings.get(i),
                            i < used ? AuthEntry.State.USED : AuthEntry.State.SPARE));
        }
        aws.builderId()
                .ifPresent(each -> entries.add(entry("builder-id", each, AuthEntry.State.USED)));
        return List.copyOf(entries);
    }

    private static AuthEntry entry(String service, AwsStanding standing, AuthEntry.State state) {
        return new AuthEntry(
                service,
                standing.kind(),
                standing.origin(),
                standing.hint(),
                standing.until(),
                standing.renewed(),
                standing.isUsable() ? state : AuthEntry.State.UNUSABLE,
                standing.isUsable() ? "" : standing.problem() + ": " + standing.fix());
    }
}
