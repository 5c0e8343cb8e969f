package kiro.agent;

import java.util.regex.Pattern;

/// A kind of file that describes infrastructure, known by its name and by what stands in it.
enum Infrastructure {
    CDK(
            "a CDK stack",
            "(?i).*\\.(ts|js|mjs|py|java|kt|go|cs)",
            "aws-cdk-lib|aws_cdk|software\\.amazon\\.awscdk|aws-cdk-go|Amazon\\.CDK"),
    CLOUDFORMATION(
            "a CloudFormation template",
            "(?i).*\\.(ya?ml|json|template)",
            "(?s)\\bResources\"?\\s*:.*\\bType\"?\\s*:\\s*[\"']?(AWS|Custom|Alexa)::"),
    TERRAFORM(
            "a Terraform configuration",
            "(?i).*\\.tf(\\.json)?",
            "(?s)\\b(resource|module|data)\\b\"?\\s*[\"{:]"),
    IAM_POLICY(
            "an IAM policy",
            "(?i).*",
            "(?s)\\bStatement\"?\\s*:.*\\bEffect\"?\\s*:|new PolicyStatement");

    private final String what;
    private final Pattern path;
    private final Pattern text;

    Infrastructure(String what, String path, String text) {
        this.what = what;
        this.path = Pattern.compile(path);
        this.text = Pattern.compile(text);
    }

    /// As it is called in a sentence, with its article.
    String what() {
        return what;
    }

    boolean isIn(String file, String content) {
        return path.matcher(file).matches() && text.matcher(content).find();
    }
}
