package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.auth.CredentialFile;
import kiro.auth.KeptRole;
import kiro.aws.AwsSignIn;
import kiro.aws.Identity;
import kiro.config.Config;

/// Signs in to a role of AWS: takes it on once to see that it goes, and keeps its name.
final class RoleLogin {
    static final Pattern ARN =
            Pattern.compile("arn:(aws|aws-cn|aws-us-gov):iam::[0-9]{12}:role/[\\w+=,.@/-]{1,640}");

    private final Console console;
    private final AuthAccess access;

    RoleLogin(Console console, AuthAccess access) {
        this.console = console;
        this.access = access;
    }

    /// The region of a role's part of AWS, where none is named.
    static String region(String arn) {
        Matcher parts = ARN.matcher(arn);
        return switch (parts.matches() ? parts.group(1) : "") {
            case "aws-cn" -> "cn-north-1";
            case "aws-us-gov" -> "us-gov-west-1";
            default -> "us-east-1";
        };
    }

    ExitCode run(String arn, Optional<String> region, Config config)
            throws IOException, InterruptedException {
        KeptRole.Way way = AwsSignIn.way(access.world(config));
        var role = new KeptRole(arn, region.orElseGet(() -> region(arn)), way);
        try (AwsSignIn aws = access.awsAs(config, role)) {
            return switch (aws.identity(role.region())) {
                case Identity.Nobody _ -> failed("no AWS credentials were found", "sign in first");
                case Identity.Failed(String message, String fix) -> failed(message, fix);
                case Identity.Known known -> keep(role, known);
            };
        }
    }

    private ExitCode keep(KeptRole role, Identity.Known known) throws IOException {
        if (access.signIns().keepRole(role)
                instanceof CredentialFile.Change.Refused(String message, String fix)) {
            return failed(message, fix);
        }
        console.print("AWS is asked as " + known.arn());
        console.print(
                "  taken on %s, again whenever that ends"
                        .formatted(
                                switch (role.way()) {
                                    case CREDENTIALS -> "with the credentials that are found here";
                                    case GITHUB -> "with a token of this job of GitHub";
                                    case TOKEN_FILE ->
                                            "with the token of AWS_WEB_IDENTITY_TOKEN_FILE";
                                }));
        return ExitCode.OK;
    }

    private ExitCode failed(String message, String fix) {
        console.problem("auth/not-signed-in", message, fix);
        return ExitCode.FINDINGS;
    }
}
