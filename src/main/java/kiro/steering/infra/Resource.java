package kiro.steering.infra;

import kiro.text.SourceSpan;

/// Something that is made when a file is deployed.
///
/// @param type such as `AWS::S3::Bucket` or `aws_s3_bucket`
/// @param name by which the file knows it
/// @param settings its properties
record Resource(Form form, String type, String name, SourceSpan span, Setting.Block settings) {
    /// What a file of infrastructure is written in.
    enum Form {
        CLOUDFORMATION,
        TERRAFORM
    }

    /// What people call it in a message.
    String label() {
        return type + " " + name;
    }
}
