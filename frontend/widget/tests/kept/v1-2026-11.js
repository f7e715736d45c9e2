"use strict";(()=>{var u=`:host {
  all: initial !important;
  position: fixed !important;
  right: 16px !important;
  bottom: 16px !important;
  z-index: 2147483647 !important;
  font: 16px/1.5 system-ui, sans-serif !important;
  color-scheme: light !important;
}
@media print {
  :host { display: none !important; }
}
[hidden] { display: none !important; }
button {
  display: block;
  width: 56px;
  height: 56px;
  margin: 0 0 0 auto;
  padding: 14px;
  border: 1px solid #fff;
  border-radius: 50%;
  background: #1f2937;
  box-shadow: 0 2px 8px rgb(0 0 0 / 0.25);
  cursor: pointer;
}
button:hover { background: #374151; }
svg { display: block; fill: #fff; }
:focus-visible { outline: 3px solid #2563eb; outline-offset: 2px; }
h2:focus { outline: none; }
#panel {
  box-sizing: border-box;
  width: min(288px, calc(100vw - 32px));
  max-height: calc(100vh - 112px);
  margin-bottom: 12px;
  padding: 16px;
  overflow: auto;
  border: 1px solid #e5e7eb;
  border-radius: 8px;
  background: #fff;
  box-shadow: 0 2px 8px rgb(0 0 0 / 0.25);
  color: #111827;
}
h2 { margin: 0 0 12px; font-size: 16px; font-weight: 600; overflow-wrap: anywhere; }
p { margin: 0; overflow-wrap: anywhere; }
a {
  display: block;
  padding: 8px 16px;
  border-radius: 8px;
  background: #1f2937;
  color: #fff;
  text-align: center;
  text-decoration: none;
}
a:hover { background: #374151; }
`;var m="gangway-widget",h="M12 3C6.5 3 2 6.8 2 11.5c0 2.1.9 4 2.4 5.5L3 21.5l5.2-1.8c1.2.4 2.5.6 3.8.6 5.5 0 10-3.8 10-8.6S17.5 3 12 3z";function l(){return document.querySelector(m)!==null}function f({companyName:t,smsNumber:e}){let n=document.createElement(m),o=n.attachShadow({mode:"open"});x(o);let d=s("h2",{id:"name",tabindex:"-1"},t),i=s("div",{id:"panel",role:"dialog","aria-labelledby":"name"});i.append(d,e?w(e):y(t)),i.hidden=!0;let a=s("button",{type:"button","aria-label":`Contact ${t}`,"aria-haspopup":"dialog","aria-controls":"panel","aria-expanded":"false"});a.append(v());let c=!1,p=r=>{c=r,i.hidden=!r,a.setAttribute("aria-expanded",String(r)),r&&d.focus()};a.addEventListener("click",()=>p(!c)),o.addEventListener("keydown",r=>{r.key!=="Escape"||!c||(r.stopPropagation(),p(!1),a.focus())}),o.append(i,a),document.documentElement.append(n)}function x(t){let e=new CSSStyleSheet;e.replaceSync(u),t.adoptedStyleSheets=[e]}function w(t){return s("a",{href:`sms:${t}`},"Text us")}function y(t){return s("p",{},`You will be able to reach ${t} here soon.`)}function s(t,e,n=""){let o=document.createElement(t);for(let[d,i]of Object.entries(e))o.setAttribute(d,i);return o.textContent=n,o}function v(){let t="http://www.w3.org/2000/svg",e=document.createElementNS(t,"svg");e.setAttribute("viewBox","0 0 24 24"),e.setAttribute("aria-hidden","true");let n=document.createElementNS(t,"path");return n.setAttribute("d",h),e.append(n),e}async function g(t,e){let n=await fetch(`${t}/public/v1/widgets/${encodeURIComponent(e)}`,{credentials:"omit",headers:{accept:"application/json"}});return n.status===200?S(await n.json()):null}function S(t){let{company_name:e,sms_number:n}=Object(t);return typeof e!="string"||!e?null:{companyName:e,smsNumber:/^\+\d{5,15}$/.test(n)?n:null}}function k(){let t=document.currentScript??document.querySelector("script[data-application-key]");if(!t?.src)return null;let e=new URL(t.src),n=t.getAttribute("data-application-key")??e.searchParams.get("key");return n?{origin:e.origin,key:n}:null}function E(){return document.readyState!=="loading"?Promise.resolve():new Promise(t=>{document.addEventListener("DOMContentLoaded",()=>t(),{once:!0})})}async function L(){let t=k();if(!t||l())return;let e=await g(t.origin,t.key);e&&(await E(),l()||f(e))}L().catch(()=>{});})();
