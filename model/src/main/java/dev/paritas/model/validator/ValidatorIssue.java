package dev.paritas.model.validator;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** One objection of the validator: a stable code, the place in the payload, and a sentence (spec 32 §6.3). */
public record ValidatorIssue(String code, String path, String message) {
    public static final Codec<ValidatorIssue> CODEC = ObjectCodec.of("ValidatorIssue", m -> {
        var code = m.required("code", Codec.STRING, ValidatorIssue::code);
        var path = m.required("path", Codec.STRING, ValidatorIssue::path);
        var message = m.required("message", Codec.STRING, ValidatorIssue::message);
        return in -> new ValidatorIssue(in.get(code), in.get(path), in.get(message));
    });
}
