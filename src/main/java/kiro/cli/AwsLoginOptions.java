package kiro.cli;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.aws.AwsEndpoint;
import kiro.aws.CenterPlace;
import picocli.CommandLine.Option;

/// How a person wants to sign in to AWS.
final class AwsLoginOptions {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern ROLE = Pattern.compile("[\\w+=,.@-]{1,64}");
    private static final String USAGE = "cli/usage";

    @Option(
            names = "--sso-start-url",
            paramLabel = "URL",
            description =
                    "Sign in to IAM Identity Center at the address that your organisation gives you.")
    private Optional<String> startUrl = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Sign in for a profile of ~/.aws/config, as 'aws sso login' does.")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--builder-id", description = "Sign in with an AWS Builder ID.")
    private boolean isBuilder;

    @Option(
            names = "--aws-role",
            paramLabel = "ARN",
            description =
                    "Take on a role: by the token that a job of GitHub or AWS_WEB_IDENTITY_TOKEN_FILE gives, else with the credentials"
                            + " that are found here.")
    private Optional<String> role = Optional.empty();

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "The region of Identity Center, or of the token service for --aws-role.")
    private Optional<String> region = Optional.empty();

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "The account, for --sso-start-url; left out, you are asked.")
    private Optional<String> account = Optional.empty();

    @Option(
            names = "--role",
            paramLabel = "NAME",
            description = "The role in the account, for --sso-start-url; left out, you are asked.")
    private Optional<String> roleName = Optional.empty();

    @Option(names = "--again", description = "Sign in anew although the sign-in is still good.")
    private boolean isAgain;

    @Option(names = "--no-browser", description = "Show the page's address, and open no browser.")
    private boolean isWithoutBrowser;

    /// How many ways to sign in were named.
    int ways() {
        return (int)
                Stream.of(startUrl.isPresent(), profile.isPresent(), isBuilder, role.isPresent())
                        .filter(each -> each)
                        .count();
    }

    boolean isBuilder() {
        return isBuilder;
    }

    Optional<String> profile() {
        return profile;
    }

    Optional<String> role() {
        return role;
    }

    Optional<String> region() {
        return region;
    }

    /// The address as an organisation means it.
    Optional<String> startUrl() {
        return startUrl.flatMap(CenterPlace::address);
    }

    CenterLogin.Wish wish() {
        return new CenterLogin.Wish(account, roleName, !isWithoutBrowser, isAgain);
    }

    /// What is no address, region, account or role.
    Optional<Problem> wrong() {
        if (startUrl.isPresent() && startUrl().isEmpty()) {
            return wrong(
                    "--sso-start-url", "an https address such as https://acme.awsapps.com/start");
        }
        if (region.isPresent() && !AwsEndpoint.isRegion(region.get())) {
            return wrong("--region", "a region such as eu-west-1");
        }
        if (account.isPresent() && !ACCOUNT.matcher(account.get()).matches()) {
            return wrong("--account", "the twelve digits of an account");
        }
        if (roleName.isPresent() && !ROLE.matcher(roleName.get()).matches()) {
            return wrong("--role", "the name of a role, such as Developer");
        }
        return role.isPresent() && !RoleLogin.ARN.matcher(role.get()).matches()
                ? wrong(
                        "--aws-role",
                        "the ARN of a role, such as arn:aws:iam::123456789012:role/build")
                : Optional.empty();
    }

    private static Optional<Problem> wrong(String option, String wanted) {
        return Optional.of(new Problem(USAGE, option + " is not right", "give it " + wanted));
    }
}
