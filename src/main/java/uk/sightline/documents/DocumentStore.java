package uk.sightline.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.sightline.documents.Stored.State;
import uk.sightline.platform.Actor;
import uk.sightline.platform.Ids;
import uk.sightline.platform.StaleVersion;

/** The tables of documents. Content lies in pieces of a megabyte, so that no row is huge. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DocumentStore {

    private static final int PIECE = 1024 * 1024;

    private static final String ADD = """
            insert into documents.document
              (id, attached_to, kind, name, type, size, sha256, state, created_at, created_by)
            values (:id, :attachedTo, :kind, :name, :type, :size, :sha256, :state, :at, :by)
            """;

    private static final String ADD_PIECE = """
            insert into documents.content (document_id, no, bytes) values (:document, :no, :bytes)
            """;

    private static final String FIND = """
            select id, attached_to, kind, name, type, size, state, scanner_note, created_at, created_by, version
            from documents.document
            where id = :id
            """;

    private static final String OF = """
            select id, attached_to, kind, name, type, size, state, scanner_note, created_at, created_by, version
            from documents.document
            where attached_to = :attachedTo
            order by created_at, id
            """;

    private static final String CONTENT = """
            select d.sha256, string_agg(c.bytes, ''::bytea order by c.no) as bytes
            from documents.document d join documents.content c on c.document_id = d.id
            where d.id = :id
            group by d.id
            """;

    private static final String MOVE = """
            update documents.document set attached_to = :to, version = version + 1 where id = :id
            """;

    private static final String REMOVE_FROM_DRAFT = """
            delete from documents.document d
            where d.id = :id and exists (select from access.facts(d.attached_to) f where f.kind = 'draft')
            """;

    private final JdbcClient sql;
    private final InstantSource time;

    DocumentStore(JdbcClient sql, InstantSource time) {
        this.sql = sql;
        this.time = time;
    }

    Stored add(NewDocument document, byte[] content) {
        UUID id = Ids.next();
        sql.sql(ADD)
                .param("id", id)
                .param("attachedTo", document.attachedTo())
                .param("kind", document.kind())
                .param("name", document.name())
                .param("type", document.type().name())
                .param("size", content.length)
                .param("sha256", sha256(content))
                .param("state", document.state().code())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .param("by", Actor.current().id())
                .update();
        for (int no = 0; no * PIECE < content.length; no++) {
            sql.sql(ADD_PIECE)
                    .param("document", id)
                    .param("no", no)
                    .param("bytes", Arrays.copyOfRange(content, no * PIECE, Math.min(content.length, (no + 1) * PIECE)))
                    .update();
        }
        return find(id).orElseThrow(() -> new IllegalStateException("A document just added is not there"));
    }

    Optional<Stored> find(UUID id) {
        return sql.sql(FIND).param("id", id).query(DocumentStore::stored).optional();
    }

    List<Stored> of(UUID attachedTo) {
        return sql.sql(OF)
                .param("attachedTo", attachedTo)
                .query(DocumentStore::stored)
                .list();
    }

    /** Absent when the content is not what was kept: nobody may have it. */
    Optional<byte[]> content(UUID id) {
        return sql.sql(CONTENT)
                .param("id", id)
                .query(Content.class)
                .optional()
                .filter(content -> Arrays.equals(sha256(content.bytes), content.sha256))
                .map(Content::bytes);
    }

    void move(UUID id, UUID to) {
        StaleVersion.unlessOne(sql.sql(MOVE).param("id", id).param("to", to).update());
    }

    boolean removeFromDraft(UUID id) {
        return sql.sql(REMOVE_FROM_DRAFT).param("id", id).update() == 1;
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                row.getObject("attached_to", UUID.class),
                row.getString("kind"),
                row.getString("name"),
                FileType.valueOf(row.getString("type")),
                row.getLong("size"),
                State.of(row.getString("state")),
                row.getString("scanner_note"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("created_by", UUID.class),
                row.getInt("version"));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, compared by hand
    private record Content(byte[] sha256, byte[] bytes) {}
}
