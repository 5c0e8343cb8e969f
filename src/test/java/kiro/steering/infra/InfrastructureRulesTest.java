package kiro.steering.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.steering.check.InfrastructureCheck.Outcome;
import kiro.steering.rule.ResourceDemand;
import kiro.steering.rule.ResourceDemand.PolicyElement;
import kiro.steering.source.ProjectFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfrastructureRulesTest {
    private static final ResourceDemand TAGGED =
            new ResourceDemand.Tagged(List.of("Owner", "Cost"));
    private static final ResourceDemand ENCRYPTED = new ResourceDemand.Encrypted(List.of());
    private static final ResourceDemand REGIONS =
            new ResourceDemand.Regions(List.of("eu-west-1", "eu-central-1"));
    private static final ResourceDemand NO_WILDCARD =
            new ResourceDemand.NoWildcard(
                    List.of(PolicyElement.ACTION, PolicyElement.RESOURCE, PolicyElement.PRINCIPAL));
    private static final ResourceDemand NOT_PUBLIC = new ResourceDemand.NotPublic(List.of());

    private final Map<String, byte[]> project = new HashMap<>();

    private Outcome outcome(String path, String text, ResourceDemand demand) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        project.put(path, bytes);
        return new InfrastructureRules().check(ProjectFiles.of(project), path, bytes, demand);
    }

    private List<String> faults(String path, String text, ResourceDemand demand) {
        Outcome outcome = outcome(path, text, demand);
        assertThat(outcome.unread()).isEmpty();
        return outcome.faults().stream()
                .map(fault -> fault.span().line() + ": " + fault.what())
                .toList();
    }

    private void file(String path, String text) {
        project.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Tag("steering-infrastructure#AC-1")
    void a_template_in_yaml_is_read_with_its_functions() {
        String template =
                """
                AWSTemplateFormatVersion: "2010-09-09"
                Resources:
                  Bare:
                    Type: AWS::S3::Bucket
                  Half:
                    Type: AWS::SQS::Queue
                    Properties:
                      Tags:
                        - Key: Owner
                          Value: !Ref Team
                  Whole:
                    Type: AWS::DynamoDB::Table
                    Properties:
                      Tags:
                        - {Key: Owner, Value: us}
                        - {Key: Cost, Value: !Sub "${Team}-1"}
                  Later:
                    Type: AWS::SNS::Topic
                    Properties:
                      Tags: !If [Prod, !Ref ProdTags, !Ref TestTags]
                  Never:
                    Type: AWS::IAM::Policy
                  Files:
                    Type: AWS::EFS::FileSystem
                    Properties:
                      FileSystemTags:
                        - {Key: Owner, Value: us}
                        - {Key: Cost, Value: "1"}
                """;

        assertThat(faults("stack.yaml", template, TAGGED))
                .containsExactly(
                        "3: AWS::S3::Bucket Bare has no tags Owner, Cost",
                        "5: AWS::SQS::Queue Half has no tag Cost");
    }

    @Test
    @Tag("steering-infrastructure#AC-1")
    void a_synthesized_stack_is_read_from_its_json() {
        String template =
                """
                {
                  "Resources": {
                    "Logs4E1": {
                      "Type": "AWS::Logs::LogGroup",
                      "Properties": {
                        "Tags": [
                          {"Key": "Owner", "Value": {"Ref": "Team"}}
                        ]
                      }
                    },
                    "CDKMetadata": {"Type": "AWS::CDK::Metadata", "Properties": {"Analytics": "x"}}
                  }
                }
                """;

        assertThat(faults("cdk/App.template.json", template, TAGGED))
                .containsExactly("3: AWS::Logs::LogGroup Logs4E1 has no tag Cost");
    }

    @Test
    @Tag("steering-infrastructure#AC-1")
    void globals_of_a_serverless_template_count_for_all_of_their_kind() {
        String template =
                """
                Transform: AWS::Serverless-2016-10-31
                Globals:
                  Function:
                    Tags: {Owner: us, Cost: "1"}
                Resources:
                  Work:
                    Type: AWS::Serverless::Function
                  Door:
                    Type: AWS::Serverless::HttpApi
                """;

        assertThat(faults("template.yaml", template, TAGGED))
                .containsExactly("8: AWS::Serverless::HttpApi Door has no tags Owner, Cost");
    }

    @Test
    @Tag("steering-infrastructure#AC-2")
    void terraform_is_read_with_the_values_of_its_folder() {
        file(
                "infra/locals.tf",
                """
                locals {
                  common = { Owner = "us", Cost = var.cost }
                  some   = merge(local.owner, { Name = "x" })
                  owner  = { Owner = "us" }
                }
                """);
        String main =
                """
                # all of it
                resource "aws_s3_bucket" "bare" {
                  bucket = "logs-${var.stage}"
                }
                resource "aws_sqs_queue" "half" { tags = { Owner = "us" } }
                resource "aws_sns_topic" "whole" {
                  tags = local.common
                }
                resource "aws_dynamodb_table" "merged" {
                  tags = merge(
                    local.common,
                    { Name = "t" }, // its own
                  )
                }
                resource "aws_lambda_function" "partly" {
                  tags = local.some
                }
                resource "aws_instance" "given" {
                  tags = var.tags
                }
                resource "aws_iam_role_policy" "none" {
                  policy = <<-EOT
                    { not read: "at all" }
                  EOT
                }
                """;

        assertThat(faults("infra/main.tf", main, TAGGED))
                .containsExactly(
                        "2: aws_s3_bucket bare has no tags Owner, Cost",
                        "5: aws_sqs_queue half has no tag Cost",
                        "15: aws_lambda_function partly has no tag Cost");
    }

    @Test
    @Tag("steering-infrastructure#AC-2")
    void what_a_provider_puts_onto_everything_counts() {
        file(
                "infra/providers.tf",
                """
                provider "aws" {
                  region = "eu-west-1"
                  default_tags {
                    tags = {
                      "Owner" = "us"
                    }
                  }
                }
                """);

        assertThat(faults("infra/main.tf", "resource \"aws_s3_bucket\" \"b\" {}\n", TAGGED))
                .containsExactly("1: aws_s3_bucket b has no tag Cost");
    }

    @Test
    @Tag("steering-infrastructure#AC-2")
    void json_of_terraform_is_read() {
        String json =
                """
                {"resource": {"aws_s3_bucket": {"b": {"bucket": "x"}},
                  "aws_sqs_queue": {"q": {"tags": "${var.tags}"}}}}
                """;

        assertThat(faults("main.tf.json", json, TAGGED))
                .containsExactly("1: aws_s3_bucket b has no tags Owner, Cost");
    }

    @Test
    @Tag("steering-infrastructure#AC-3")
    void what_holds_data_is_encrypted() {
        String template =
                """
                Resources:
                  Open: {Type: AWS::RDS::DBInstance, Properties: {Engine: postgres}}
                  Said: {Type: AWS::RDS::DBInstance, Properties: {StorageEncrypted: false}}
                  Good: {Type: AWS::RDS::DBInstance, Properties: {StorageEncrypted: true}}
                  Member: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref C}}
                  Chosen: {Type: AWS::RDS::DBCluster, Properties: {StorageEncrypted: !Ref Encrypt}}
                  Server:
                    Type: AWS::EC2::Instance
                    Properties:
                      BlockDeviceMappings:
                        - {DeviceName: /dev/a, Ebs: {VolumeSize: 8, Encrypted: true}}
                        - {DeviceName: /dev/b, Ebs: {VolumeSize: 8}}
                  Bucket: {Type: AWS::S3::Bucket}
                  Table: {Type: AWS::DynamoDB::Table}
                  Queue: {Type: AWS::SQS::Queue, Properties: {SqsManagedSseEnabled: false}}
                  Topic: {Type: AWS::SNS::Topic}
                """;

        assertThat(faults("stack.yml", template, ENCRYPTED))
                .containsExactly(
                        "2: AWS::RDS::DBInstance Open is not encrypted at rest",
                        "3: AWS::RDS::DBInstance Said is not encrypted at rest",
                        "12: AWS::EC2::Instance Server is not encrypted at rest",
                        "15: AWS::SQS::Queue Queue is not encrypted at rest",
                        "16: AWS::SNS::Topic Topic is not encrypted at rest");
        assertThat(faults("stack.yml", template, new ResourceDemand.Encrypted(List.of("sns"))))
                .containsExactly("16: AWS::SNS::Topic Topic is not encrypted at rest");
    }

    @Test
    @Tag("steering-infrastructure#AC-3")
    void in_terraform_too() {
        String main =
                """
                variable "encrypt" { default = false }
                resource "aws_db_instance" "a" { storage_encrypted = var.encrypt }
                resource "aws_db_instance" "b" { storage_encrypted = var.unknown }
                resource "aws_ebs_volume" "c" { size = 8 }
                resource "aws_opensearch_domain" "d" {
                  encrypt_at_rest { enabled = true }
                }
                resource "aws_instance" "e" {
                  root_block_device { volume_size = 20 }
                }
                """;

        assertThat(faults("main.tf", main, ENCRYPTED))
                .containsExactly(
                        "1: aws_db_instance a is not encrypted at rest",
                        "4: aws_ebs_volume c is not encrypted at rest",
                        "9: aws_instance e is not encrypted at rest");
    }

    @Test
    @Tag("steering-infrastructure#AC-4")
    void nothing_is_made_in_another_region() {
        String main =
                """
                variable "region" {
                  type    = string
                  default = "us-east-1"
                }
                provider "aws" {
                  region = var.region
                }
                provider "aws" {
                  alias  = "near"
                  region = "eu-west-1"
                }
                provider "google" { region = "us-east1" }
                resource "aws_subnet" "s" { availability_zone = "eu-north-1b" }
                resource "aws_subnet" "t" { availability_zone = "${var.region}a" }
                """;
        String template =
                """
                Resources:
                  Wide:
                    Type: AWS::DynamoDB::GlobalTable
                    Properties:
                      Replicas:
                        - Region: eu-west-1
                        - Region: ap-southeast-2
                  Net:
                    Type: AWS::EC2::Subnet
                    Properties: {AvailabilityZone: !Select [0, !GetAZs ""]}
                """;

        assertThat(faults("main.tf", main, REGIONS))
                .containsExactly(
                        "3: us-east-1 is none of the allowed regions",
                        "13: eu-north-1 is none of the allowed regions");
        assertThat(faults("wide.yaml", template, REGIONS))
                .containsExactly("7: ap-southeast-2 is none of the allowed regions");
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::Lambda::Function, lambda",
        "AWS::Serverless::Api, apigateway",
        "AWS::EC2::Instance, ec2",
        "AWS::Events::Rule, eventbridge",
        "aws_lambda_permission, lambda",
        "aws_db_subnet_group, rds",
        "aws_instance, ec2",
        "aws_lb_listener, elasticloadbalancing",
        "aws_cloudwatch_log_group, cloudwatch"
    })
    @Tag("steering-infrastructure#AC-5")
    void the_service_of_a_type_is_known_by_the_name_that_sentences_have(
            String type, String service) {
        assertThat(Facts.read().serviceOf(type)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS::EC2::SecurityGroup",
                "AWS::IAM::Role",
                "AWS::CDK::Metadata",
                "Custom::Thing",
                "aws_vpc",
                "aws_subnet",
                "aws_iam_role",
                "random_id",
                "null_resource"
            })
    @Tag("steering-infrastructure#AC-5")
    void what_every_stack_needs_is_of_no_service(String type) {
        assertThat(Facts.read().serviceOf(type)).isEmpty();
    }

    @Test
    @Tag("steering-infrastructure#AC-5")
    void services_that_are_not_approved_or_are_banned_are_found() {
        String template =
                """
                Resources:
                  Work: {Type: AWS::Lambda::Function}
                  Box: {Type: AWS::EC2::Instance}
                  Wall: {Type: AWS::EC2::SecurityGroup}
                  Role: {Type: AWS::IAM::Role}
                """;

        assertThat(
                        faults(
                                "stack.yaml",
                                template,
                                new ResourceDemand.Services(List.of("lambda", "s3"), true)))
                .containsExactly(
                        "3: AWS::EC2::Instance Box is of ec2, which is none of the approved services");
        assertThat(
                        faults(
                                "stack.yaml",
                                template,
                                new ResourceDemand.Services(List.of("EC2"), false)))
                .containsExactly("3: AWS::EC2::Instance Box is of ec2, which is not to be used");
    }

    @Test
    @Tag("steering-infrastructure#AC-6")
    void a_policy_that_allows_everything_is_found_wherever_it_stands() {
        String template =
                """
                Resources:
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      AssumeRolePolicyDocument:
                        Statement:
                          - Effect: Allow
                            Principal: {AWS: "*"}
                            Action: sts:AssumeRole
                      Policies:
                        - PolicyName: all
                          PolicyDocument:
                            Statement:
                              - Effect: Allow
                                Action: ["s3:GetObject", "dynamodb:*"]
                                Resource: "*"
                              - Effect: Deny
                                Action: "*"
                                Resource: "*"
                              - Effect: Allow
                                Action: [xray:PutTraceSegments, "ec2:DescribeSubnets"]
                                Resource: "*"
                  Key:
                    Type: AWS::KMS::Key
                    Properties:
                      KeyPolicy:
                        Statement:
                          - Effect: Allow
                            Principal: {AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root"}
                            Action: kms:Decrypt
                            Resource: "*"
                """;

        assertThat(faults("roles.yaml", template, NO_WILDCARD))
                .containsExactly(
                        "8: AWS::IAM::Role Role allows it to the principals '*'",
                        "15: AWS::IAM::Role Role allows the actions 'dynamodb:*'",
                        "16: AWS::IAM::Role Role allows the resources '*'");
    }

    @Test
    @Tag("steering-infrastructure#AC-6")
    void the_forms_that_terraform_has_for_policies_are_read() {
        String main =
                """
                data "aws_iam_policy_document" "d" {
                  statement {
                    actions   = ["s3:*"]
                    resources = [aws_s3_bucket.b.arn]
                  }
                  statement {
                    effect    = "Deny"
                    actions   = ["*"]
                    resources = ["*"]
                  }
                }
                resource "aws_iam_role_policy" "p" {
                  policy = jsonencode({
                    Statement = [{
                      Effect   = "Allow"
                      Action   = "sqs:SendMessage"
                      Resource = "*"
                    }]
                  })
                }
                resource "aws_iam_policy" "h" {
                  policy = <<EOF
                {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::b/*"}]}
                EOF
                }
                """;

        assertThat(faults("iam.tf", main, NO_WILDCARD))
                .containsExactly(
                        "17: aws_iam_role_policy p allows the resources '*'",
                        "22: aws_iam_policy h allows the actions '*'",
                        "3: aws_iam_policy_document d allows the actions 's3:*'");
        assertThat(
                        faults(
                                "policy.json",
                                """
                                {"Version": "2012-10-17", "Statement":
                                  {"Effect": "Allow", "Action": "*", "Resource": "*"}}
                                """,
                                NO_WILDCARD))
                .containsExactly(
                        "2: the policy allows the actions '*'",
                        "2: the policy allows the resources '*'");
    }

    @Test
    @Tag("steering-infrastructure#AC-7")
    void what_is_open_to_everybody_is_found() {
        String template =
                """
                Resources:
                  Site: {Type: AWS::S3::Bucket, Properties: {AccessControl: PublicRead}}
                  Off:
                    Type: AWS::S3::Bucket
                    Properties: {PublicAccessBlockConfiguration: {BlockPublicAcls: false}}
                  Own: {Type: AWS::S3::Bucket}
                  Gate:
                    Type: AWS::EC2::SecurityGroup
                    Properties:
                      SecurityGroupIngress:
                        - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}
                        - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8}
                      SecurityGroupEgress:
                        - {IpProtocol: "-1", CidrIp: 0.0.0.0/0}
                  Data: {Type: AWS::RDS::DBInstance, Properties: {PubliclyAccessible: true}}
                  Grant:
                    Type: AWS::S3::BucketPolicy
                    Properties:
                      PolicyDocument:
                        Statement: {Effect: Allow, Principal: "*", Action: s3:GetObject}
                """;

        assertThat(faults("open.yaml", template, NOT_PUBLIC))
                .containsExactly(
                        "2: AWS::S3::Bucket Site is open to everybody: AccessControl is PublicRead",
                        "5: AWS::S3::Bucket Off is open to everybody:"
                                + " PublicAccessBlockConfiguration.BlockPublicAcls is false",
                        "11: AWS::EC2::SecurityGroup Gate is open to everybody:"
                                + " SecurityGroupIngress.CidrIp is 0.0.0.0/0",
                        "15: AWS::RDS::DBInstance Data is open to everybody: PubliclyAccessible is true",
                        "20: AWS::S3::BucketPolicy Grant is open to everybody: its principal is *");
        assertThat(
                        faults(
                                "open.tf",
                                """
                                resource "aws_security_group" "g" {
                                  ingress {
                                    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
                                  }
                                  egress {
                                    cidr_blocks = ["0.0.0.0/0"]
                                  }
                                }
                                resource "aws_security_group_rule" "out" {
                                  type        = "egress"
                                  cidr_blocks = ["0.0.0.0/0"]
                                }
                                resource "aws_s3_bucket_acl" "a" { acl = "public-read" }
                                """,
                                NOT_PUBLIC))
                .containsExactly(
                        "3: aws_security_group g is open to everybody: ingress.cidr_blocks is 0.0.0.0/0",
                        "13: aws_s3_bucket_acl a is open to everybody: acl is public-read");
    }

    @Test
    @Tag("steering-infrastructure#AC-8")
    void a_property_has_a_value_that_is_asked() {
        var versioned =
                new ResourceDemand.Property(
                        "AWS::S3::*", "VersioningConfiguration.Status", List.of("Enabled"));
        String template =
                """
                Resources:
                  Not: {Type: AWS::S3::Bucket}
                  Off: {Type: AWS::S3::Bucket, Properties: {VersioningConfiguration: {Status: Suspended}}}
                  On: {Type: AWS::S3::Bucket, Properties: {VersioningConfiguration: {Status: Enabled}}}
                  Later: {Type: AWS::S3::Bucket, Properties: {VersioningConfiguration: !Ref V}}
                  Other: {Type: AWS::SQS::Queue}
                """;

        assertThat(faults("v.yaml", template, versioned))
                .containsExactly(
                        "2: AWS::S3::Bucket Not does not set VersioningConfiguration.Status",
                        "3: AWS::S3::Bucket Off has Suspended for VersioningConfiguration.Status");
        assertThat(
                        faults(
                                "t.tf",
                                "resource \"aws_db_instance\" \"d\" { backup_retention_period = 0 }",
                                new ResourceDemand.Property(
                                        "aws_db_instance",
                                        "backup_retention_period",
                                        List.of("7", "14"))))
                .containsExactly("1: aws_db_instance d has 0 for backup_retention_period");
    }

    @Test
    @Tag("steering-infrastructure#AC-8")
    void types_that_must_not_be_are_found() {
        assertThat(
                        faults(
                                "t.tf",
                                "resource \"aws_iam_user\" \"u\" {}\nresource \"aws_iam_role\" \"r\" {}\n",
                                new ResourceDemand.NoType(List.of("aws_iam_user*"))))
                .containsExactly("1: aws_iam_user u is of a type that is not to be used");
    }

    @ParameterizedTest
    @CsvSource({
        "aws_s3_bucket, aws_s3_bucket, true",
        "aws_s3_*, aws_s3_bucket, true",
        "*_bucket, aws_s3_bucket, true",
        "aws_*_bucket, aws_s3_bucket, true",
        "*, x, true",
        "aws_s3, aws_s3_bucket, false",
        "s3_*, aws_s3_bucket, false",
        "aws_*_acl, aws_s3_bucket, false",
        "a*a, a, false"
    })
    @Tag("steering-infrastructure#AC-8")
    void a_star_in_a_type_stands_for_any_letters(String pattern, String type, boolean fits) {
        assertThat(TypeRule.fits(pattern, type)).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"package.json", "values.yaml", "ci.yml", "notes.txt", "Main.java"})
    @Tag("steering-infrastructure#AC-9")
    void what_says_nothing_of_infrastructure_is_left_alone(String path) {
        assertThat(outcome(path, "{\"Resources\": {\"a\": {\"Type\": \"x::y\"", TAGGED).faults())
                .isEmpty();
        assertThat(outcome(path, "name: web\nimage: nginx\n", TAGGED))
                .isEqualTo(new Outcome(List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.tf | resource \"aws_s3_bucket\" \"b\" { | line 1: a block is not closed",
                "a.tf | x = \"open | line 1: a text is not closed",
                "a.tf | x = [1, | line 1",
                "a.tf | x = { a 1 } | line 1: an object has no '=' behind the name here",
                "a.tf | } | line 1: a '}' that closes nothing",
                "a.json | {\"Resources\": {\"a\": {\"Type\": \"A::B\" | line 1",
                "a.yaml | Resources: {a: {Type: A::B} | line 1"
            })
    @Tag("steering-infrastructure#AC-9")
    void a_file_that_cannot_be_read_is_said_with_its_line(String path, String text, String reason) {
        Outcome outcome = outcome(path, text, TAGGED);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.unread().orElseThrow()).contains(reason);
    }

    @Test
    @Tag("steering-infrastructure#AC-9")
    void a_small_file_that_stands_for_a_very_large_one_ends_no_check() {
        var bomb = new StringBuilder("Resources:\n  a: &a0 {Type: \"A::B\"}\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("  b%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(outcome("bomb.yaml", bomb.toString(), TAGGED).unread()).isPresent();
        assertThat(outcome("deep.json", "{\"Statement\":" + "[".repeat(100_000), TAGGED).unread())
                .isPresent();
        assertThat(outcome("deep.tf", "x = " + "[".repeat(100_000), TAGGED).unread()).isPresent();
        assertThat(outcome("deep.tf", "a { ".repeat(100_000), TAGGED).unread()).isPresent();
    }

    @Test
    @Tag("steering-infrastructure#AC-2")
    void odd_forms_of_terraform_are_read() {
        String main =
                """
                /* a comment
                   over lines */
                terraform { required_version = ">= 1.5" }
                locals {
                  list   = [for s in var.names : upper(s) if s != "}"]
                  map    = { for k, v in var.m : k => v... }
                  either = var.prod ? "a" : "b"
                  sum    = 1 + length(var.names) * 2
                  text   = "quoted \\" and ${join(",", [for s in ["{"] : s])} end"
                  neg    = -1
                  index  = aws_instance.web[0].id
                  splat  = aws_instance.web[*].id
                  call   = templatefile("x.tpl", { a = 1 })
                  empty  = {}
                  colon  = { "a" : 1, (var.k) = 2 }
                }
                resource "aws_sqs_queue" "q" {
                  policy = <<-JSON
                    ${local.text} } {
                    JSON
                  dynamic "x" {
                    for_each = local.list
                    content { y = x.value }
                  }
                }
                resource "aws_s3_bucket" "b" { tags = { Owner = "a", Cost = "b" } }
                resource aws_sns_topic t {
                  tags = {
                    Owner = "a" # one
                    Cost  = "b"
                  }
                }
                """;

        assertThat(faults("odd.tf", main, TAGGED)).isEmpty();
        assertThat(
                        faults(
                                "odd.tf",
                                main,
                                new ResourceDemand.NoType(
                                        List.of("aws_sns_topic", "aws_s3_bucket"))))
                .hasSize(2);
    }
}
