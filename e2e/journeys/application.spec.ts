import { call, makePartner } from "../support/api.ts";
import { expectAccessible } from "../support/axe.ts";
import { linkIn, mailTo } from "../support/mailbox.ts";
import { companyInfo, finishSetUp, makeClient, newPerson, signInAt } from "../support/people.ts";
import { shot } from "../support/shots.ts";
import { expect, test } from "../support/test.ts";

test("B21 B34: the code is copied, found later, and handed to a web developer by link", async ({ page, browser }) => {
  const client = await makeClient(await makePartner());
  await finishSetUp(client);
  const developer = newPerson("Dora", "Developer");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInAt(page, client.administrator);
  await page.getByRole("link", { name: "Behaviors & Styles" }).click();
  await expect(page.getByRole("tab", { name: "Custom Color" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Application Code" })).toBeVisible();
  await page.getByRole("button", { name: /^Copy/ }).first().click();
  await expect(page.getByText("Copied").first()).toBeVisible();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toContain("/widget/v1.js");
  await expectAccessible(page);
  await shot(page, "behaviors-and-styles");

  await page.getByText("Someone else looks after your website?").click();
  await page.getByRole("button", { name: "Send link" }).click();
  await expect(page.getByText(/Enter your colleague's email address/)).toBeVisible();
  await page.getByLabel("Their email").fill(developer.email);
  await page.getByRole("button", { name: "Send link" }).click();
  await expect(page.getByText(`Link sent to ${developer.email}.`)).toBeVisible();
  await expectAccessible(page);
  await shot(page, "hand-over-sent");

  const mail = await mailTo(developer.email);
  const path = mail.links.map((link) => new URL(link)).find(({ hash }) => hash !== "")?.pathname ?? "";
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(linkIn(mail, path));
  await expect(other.getByRole("heading", { name: `Application code of ${client.name}` })).toBeVisible();
  await expect(other.getByText(code, { exact: false }).first()).toBeVisible();
  await other.getByText("WordPress", { exact: true }).click();
  await expectAccessible(other);
  await shot(other, "hand-over");
  await context.close();
});

test("B21 B36: on the company's own pages the code draws a button, on others nothing", async ({ page, complaints }) => {
  const client = await makeClient(await makePartner(), undefined, "https://www.companyname.com/shop");
  const { code } = await call<{ code: string }>("GET", `/api/v1/clients/${client.id}/application`, 200, { token: client.token });
  const host = `<!doctype html><html lang="en"><title>Company</title><h1>Welcome</h1>${code}</html>`;
  await page.route(/^https:\/\/(www\.)?(companyname|foreign)\.com\//, (route) =>
    route.fulfill({ contentType: "text/html", body: host }),
  );
  const answered = () => page.waitForResponse((answer) => answer.url().includes("/public/v1/widgets/"));

  for (const site of ["https://www.companyname.com/shop", "https://companyname.com/elsewhere"]) {
    const answer = answered();
    await page.goto(site);
    expect((await answer).status()).toBe(200);
    await page.getByRole("button", { name: `Contact ${client.name}` }).click();
    await expect(page.getByRole("dialog", { name: client.name })).toBeVisible();
  }
  await expectAccessible(page);
  await shot(page, "widget");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await page.context().cookies("https://companyname.com")).toEqual([]);

  const refused = page.waitForEvent("console", (message) => message.text().includes("blocked by CORS policy"));
  await page.goto("https://www.foreign.com/");
  await refused;
  await expect(page.locator("gangway-widget")).toHaveCount(0);
  // The browser itself says that the foreign page may not ask; the loader says nothing.
  expect(complaints.splice(0).filter((text) => !text.includes("blocked by CORS policy"))).toEqual([]);
});

test("B13 B28: company settings are changed, and two who edit at once are told", async ({ page, context }) => {
  const client = await makeClient(await makePartner());
  await finishSetUp(client);
  await signInAt(page, client.administrator);
  await page.getByRole("link", { name: "Company settings" }).click();
  await expect(page.getByLabel("Company name")).toHaveValue(client.name);
  await expectAccessible(page);
  await shot(page, "company-settings");

  const second = await context.newPage();
  await second.goto("/company/settings");
  await second.getByLabel("City").fill("Boston");
  await second.getByRole("button", { name: "Save changes" }).click();
  await expect(second.getByText("Company settings saved")).toBeVisible();

  await page.getByLabel("Street and number").fill("2 Harbor Street");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Someone else changed this")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "company-settings-conflict");
  await page.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Company settings saved")).toBeVisible();
  const read = await call<{ address_line1: string }>("GET", `/api/v1/clients/${client.id}`, 200, { token: client.token });
  expect(read.address_line1).toBe("2 Harbor Street");
  expect(companyInfo(client.name).address_line1).not.toBe(read.address_line1);
});
