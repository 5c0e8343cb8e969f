/// Models on Amazon Bedrock, by its Converse API: requests that are signed or bear a key, replies in binary frames.
@NullMarked
package kiro.model.bedrock;

import org.jspecify.annotations.NullMarked;
