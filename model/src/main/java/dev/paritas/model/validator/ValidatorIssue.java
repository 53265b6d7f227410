package dev.paritas.model.validator;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** One objection of the validator: a stable code, the place in the payload, and a sentence (spec 32 §6.3). */
public record ValidatorIssue(String code, String path, String message) {
    public static final Codec<ValidatorIssue> CODEC = ObjectCodec.of(
            "ValidatorIssue",
            field("code", Codec.STRING, ValidatorIssue::code),
            field("path", Codec.STRING, ValidatorIssue::path),
            field("message", Codec.STRING, ValidatorIssue::message),
            ValidatorIssue::new);
}
