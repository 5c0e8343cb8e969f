/// Reads what files say of infrastructure (CloudFormation, Terraform, policies of IAM), and holds it against rules.
@NullMarked
package kiro.steering.infra;

import org.jspecify.annotations.NullMarked;
