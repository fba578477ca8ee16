package io.corridor.intake.canonical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Valid lines of each record type, and changes to them. Every person in them is made up. */
public final class Lines {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode line;

  private Lines(String line) {
    try {
      this.line = (ObjectNode) JSON.readTree(line.replace('\'', '"'));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  public static Lines claim() {
    return new Lines(
        """
        {'payer':'ACME','claimId':'C1','version':1,'status':'PAID','type':'PROFESSIONAL',
         'paymentKind':'FEE_FOR_SERVICE','member':'M-001','from':'2025-03-04','through':'2025-03-04',
         'billingTin':'123456789','facility':'01S1YV','codeSystem':'ICD10',
         'principalDiagnosis':'E119','diagnoses':['E119','I10'],'paidOn':'2025-03-20',
         'receivedAt':'2025-03-21T08:00:00Z','totalPaid':'80.50','sensitivity':'NORMAL',
         'lines':[
          {'line':1,'from':'2025-03-04','through':'2025-03-04','hcpcs':'99213','modifiers':['25'],
           'placeOfService':'11','renderingNpi':'1234567890','specialty':'08','units':'1',
           'allowed':'120.00','paid':'90.50','memberShare':'29.50','denied':false,
           'diagnoses':['E119']},
          {'line':2,'from':'2025-03-04','through':'2025-03-04','hcpcs':'36415','paid':'-10.00',
           'denied':false}]}
        """);
  }

  public static Lines coverage() {
    return new Lines(
        """
        {'payer':'ACME','recordId':'E1','version':1,'status':'ACTIVE','member':'M-001',
         'receivedAt':'2025-01-02T00:00:00Z','kind':'COVERAGE','coverage':{
          'lineOfBusiness':'COMMERCIAL','from':'2025-01-01','lastDay':'2025-12-31','partA':true,
          'partB':true,'managedCare':false,'dual':false,'esrd':false,'disabled':false,
          'waiver':false,'optedOut':false,'state':'MA','zip':'02110'}}
        """);
  }

  public static Lines selection() {
    return new Lines(
        """
        {'payer':'ACME','recordId':'S1','version':1,'status':'ACTIVE','member':'M-001',
         'kind':'PCP_SELECTION','selection':{'npi':'1234567890','tin':'123456789',
          'chosenBy':'MEMBER','from':'2025-01-01'}}
        """);
  }

  public static Lines person() {
    return new Lines(
        """
        {'payer':'ACME','recordId':'P1','version':1,'status':'ACTIVE','member':'M-001',
         'kind':'PERSON','person':{'familyName':'Muster','givenName':'Eva',
          'birthDate':'1950-02-28','sex':'FEMALE'}}
        """);
  }

  public static Lines adt() {
    return new Lines(
        """
        {'payer':'ACME','member':'M-001','facility':'H1','visitNumber':'V1','messageId':'MSG1',
         'trigger':'A01','eventAt':'2025-03-04T10:15:30.123Z','zone':'America/New_York',
         'receivedAt':'2025-03-04T10:16:00Z','patientClass':'INPATIENT','derived':false,
         'sensitivity':'NORMAL'}
        """);
  }

  public static Lines outreach() {
    return new Lines(
        """
        {'payer':'ACME','member':'M-001','outreachId':'O1','version':1,'status':'ACTIVE',
         'facility':'H1','visitNumber':'V1','at':'2025-03-06T10:00:00Z','channel':'CALL',
         'outcome':'REACHED','by':'nurse 7'}
        """);
  }

  public static Lines affiliation() {
    return new Lines(
        """
        {'npi':'1234567890','tin':'123456789','practiceName':'Example Practice','specialty':'08',
         'accepting':true,'from':'2020-01-01','version':1,'status':'ACTIVE'}
        """);
  }

  public static Lines attestation() {
    return new Lines(
        """
        {'payer':'ACME','contract':'C1','level':'CONTRACT','id':'C1','year':2025,
         'name':'participantRevenue','value':'1250000.500000','version':1,'status':'ACTIVE'}
        """);
  }

  public static Lines premium() {
    return new Lines(
        """
        {'payer':'ACME','contract':'C1','month':'2025-03','premium':'8000000.00',
         'taxesAndFees':'83333.33','version':1,'status':'ACTIVE'}
        """);
  }

  public static Lines identity() {
    return new Lines(
        """
        {'payer':'ACME','linkId':'L1','version':1,'status':'ACTIVE','member':'M-002',
         'survivor':'M-001','at':'2025-03-04T10:00:00Z','rule':'same number'}
        """);
  }

  /** Sets a field; the path is written like {@code lines[0].paid}; the value is JSON text. */
  public Lines with(String path, @Nullable String json) {
    try {
      return set(path, json == null ? null : JSON.readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  /** Removes a field. */
  public Lines without(String path) {
    return set(path, null);
  }

  private Lines set(String path, @Nullable JsonNode value) {
    String[] steps = path.replace("[", ".").replace("]", "").split("\\.", -1);
    JsonNode node = line;
    for (int i = 0; i < steps.length - 1; i++) {
      node = node.isArray() ? node.get(Integer.parseInt(steps[i])) : node.get(steps[i]);
    }
    String last = steps[steps.length - 1];
    if (node instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), value);
    } else if (value == null) {
      ((ObjectNode) node).remove(last);
    } else {
      ((ObjectNode) node).set(last, value);
    }
    return this;
  }

  public String text() {
    return line.toString();
  }

  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }
}
